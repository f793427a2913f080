/**
 * Words that state a legal form, by class. A class is a path: a form agrees with the forms above and below it (`jsc` with
 * `jsc/open`), and differs from its sisters (`jsc/open` from `jsc/closed`, `llc/gmbh` from `llc/ltd`). The forms of post-Soviet
 * countries stand at the general class, because their usual translations do (OOO is written LLC and Ltd alike). An empty class
 * is a word that is a form and says nothing of its kind. `|` parts phrases; spaces inside one do not count.
 */
export const LEGAL_FORMS: readonly (readonly [string, string])[] = [
  [
    '',
    'co|company|cie|compagnie|firm|firma|and co|and company|and cie|компания|кампанія|компанія|kompaniya|公司|gongsi|บริษัท',
  ],
  [
    'llc',
    'llc|limited liability company|limited liability co|limited liability partnership company|company with limited liability|ooo|ооо|общество с ограниченной ответственностью|obshchestvo s ogranichennoi otvetstvennostyu|obshchestvo s ogranichennoy otvetstvennostyu|obschestvo s ogranichennoy otvetstvennostyu|таа|таварыства з абмежаванай адказнасцю|тов|tov|товариство з обмеженою відповідальністю|тоо|товарищество с ограниченной ответственностью|осоо|общество с дополнительной ответственностью|одо|odo|mchj|ммс|mas uliyatli cemiyyeti|mmc|шпк|fz llc|llc fz|fzc|fze|fzco|dmcc|wll|spc|llc spc|有限责任公司|有限責任公司|youxian zeren gongsi|with limited liability',
  ],
  [
    'llc/ltd',
    'ltd|limited|จำกัด|ltd co|limited company|private limited|pvt ltd|pvt limited|private ltd|p ltd|pte ltd|pte limited|pty ltd|pty limited|proprietary limited|co ltd|company limited|company ltd|co limited|corporation limited|corp ltd|co pvt ltd|ltd sti|limited sirketi|limited şirketi|有限公司|youxian gongsi|유한회사|sdn bhd|sendirian berhad|cong ty tnhh|tnhh|pvt co ltd|co pte ltd',
  ],
  [
    'llc/gmbh',
    'gmbh|gesellschaft mit beschrankter haftung|gesellschaft mit beschränkter haftung|mbh|ggmbh|ges mbh|gesmbh|ug haftungsbeschrankt|ug',
  ],
  [
    'llc/sarl',
    'sarl|societe a responsabilite limitee|société à responsabilité limitée|s a r l|sagl|sas|sasu|eurl|societe par actions simplifiee|sprl|bvba|suarl',
  ],
  [
    'llc/srl',
    'srl|srls|societa a responsabilita limitata|società a responsabilità limitata|sociedad de responsabilidad limitada|s de rl|s de rl de cv|s de r l de c v|sociedad de responsabilidad limitada de capital variable|societate cu raspundere limitata|societatea cu raspundere limitata',
  ],
  ['llc/sl', 'sl|slu|sociedad limitada|ltda|limitada|lda|eireli|eirl|sociedade limitada'],
  ['llc/bv', 'bv|besloten vennootschap'],
  [
    'llc/doo',
    'doo|drustvo s ogranicenom odgovornoscu|društvo s ograničenom odgovornošću|drustvo sa ogranicenom odgovornoscu|доо|ood|eood|оод|еоод|druzba z omejeno odgovornostjo|sh p k|shpk|doel|дооел|dooel',
  ],
  [
    'llc/spzoo',
    'sp zoo|spolka z oo|spolka z ograniczona odpowiedzialnoscia|spółka z ograniczoną odpowiedzialnością|sp z ograniczona odpowiedzialnoscia',
  ],
  ['llc/sro', 'sro|spol sro|spolecnost s rucenim omezenym|spolocnost s rucenim obmedzenym'],
  ['llc/kft', 'kft|korlatolt felelossegu tarsasag'],
  ['llc/uab', 'uab|uzdaroji akcine bendrove|mb|uždaroji akcinė bendrovė'],
  ['llc/sia', 'sia|sabiedriba ar ierobezotu atbildibu'],
  ['llc/ou', 'ou|osauhing|osaühing'],
  ['llc/aps', 'aps|anpartsselskab|ehf'],
  ['llc/epe', 'epe|ike|επε|ικε'],
  [
    'jsc',
    'jsc|joint stock company|joint stock co|stock company|ао|ao|акционерное общество|aktsionernoe obshchestvo|aktsionernoye obshchestvo|aktsyonernoe obshchestvo|акцыянернае таварыства|ат|акціонерне товариство|joint stock|jstock company|mas|аж|aj|aksiyadorlik jamiyati|ashj|qsc|aksionernoe obshchestvo|shareholding company|joint share company|股份公司|gufen gongsi|jshc',
  ],
  [
    'jsc/open',
    'ojsc|open joint stock company|open joint stock co|оао|oao|открытое акционерное общество|otkrytoe aktsionernoe obshchestvo|otkrytoye aktsionernoye obshchestvo|аат|aat|адкрытае акцыянернае таварыства|adkrytae aktsyyanernae tavarystva|ват|vat|відкрите акціонерне товариство|open jsc|joint stock company of open type|jsc of open type|otkrytoye aktsionernoye obshestvo',
  ],
  [
    'jsc/closed',
    'cjsc|closed joint stock company|closed joint stock co|зао|zao|закрытое акционерное общество|zakrytoe aktsionernoe obshchestvo|zakrytoye aktsionernoye obshchestvo|зат|zat|закрытае акцыянернае таварыства|закрите акціонерне товариство|closed jsc|joint stock company of closed type|private joint stock company|pjsc private|нао|непубличное акционерное общество|прат|приватне акціонерне товариство|prjsc',
  ],
  [
    'jsc/public',
    'publicly traded company|public traded company|publicly held company|pjsc|public joint stock company|public joint stock co|пао|pao|публичное акционерное общество|publichnoe aktsionernoe obshchestvo|publichnoye aktsionernoye obshchestvo|пат|публічне акціонерне товариство|public jsc|psc|p j s c',
  ],
  ['jsc/ag', 'ag|aktiengesellschaft'],
  [
    'jsc/sa',
    'sa|sociedad anonima|sociedad anónima|societe anonyme|société anonyme|sociedade anonima|sa de cv|sapi de cv|sab de cv|sociedad anonima de capital variable|spolka akcyjna|spółka akcyjna|saa|sal|sae|societate pe actiuni|ca|compania anonima|saic|sae',
  ],
  ['jsc/spa', 'spa|societa per azioni|società per azioni'],
  [
    'jsc/plc',
    'plc|public limited company|public ltd co|public company limited|pcl|public limited|จำกัด มหาชน|bhd|berhad|tbk',
  ],
  [
    'jsc/as',
    'as|asa|aksjeselskap|a s|akciova spolecnost|aktsiaselts|akciju sabiedriba|anonim sirketi|anonim şirketi|aktieselskab|hf',
  ],
  ['jsc/ab', 'ab|aktiebolag|akcine bendrove|akcinė bendrovė|publ ab|ab publ'],
  ['jsc/oy', 'oy|oyj|osakeyhtio|osakeyhtiö|oy ab'],
  ['jsc/nv', 'nv|naamloze vennootschap'],
  ['jsc/ad', 'ad|ead|акционерно дружество|akcionarsko drustvo|ад|еад|dd|dionicko drustvo|delniska druzba'],
  ['jsc/ae', 'ae|ανώνυμη εταιρεία|αε'],
  ['jsc/rt', 'zrt|nyrt|rt|zartkoruen mukodo reszvenytarsasag|nyilvanosan mukodo reszvenytarsasag'],
  ['jsc/kk', 'kk|kabushiki kaisha|株式会社|주식회사|jusik hoesa|jusighoesa|chusik hoesa'],
  [
    'jsc/gufen',
    '股份有限公司|gufen youxian gongsi|company limited by shares|joint stock limited company|joint stock limited',
  ],
  ['jsc/pt', 'pt|perseroan terbatas|cong ty co phan'],
  ['jsc/se', 'se|societas europaea'],
  ['corp', 'inc|incorporated|corp|corporation|incorporation|corporation inc'],
  [
    'lp',
    'lp|limited partnership|lllp|scs|kommanditgesellschaft|kg|gmbh and co kg|gmbh co kg|gmbh und co kg|gmbh u co kg|ag and co kg|ag co kg|ag und co kg|ug and co kg|ug und co kg|ky|spolka komandytowa|sp k',
  ],
  ['llp', 'llp|limited liability partnership'],
  ['gp', 'ohg|snc|general partnership|gbr|vof|sp j'],
  ['pllc', 'pllc|professional limited liability company'],
  [
    'state',
    'гуп|gup|фгуп|fgup|муп|mup|унитарное предприятие|unitarnoe predpriyatie|unitary enterprise|state unitary enterprise|federal state unitary enterprise|federalnoe gosudarstvennoe unitarnoe predpriyatie|федеральное государственное унитарное предприятие|государственное унитарное предприятие|руп|rup|республиканское унитарное предприятие|respublikanskoe unitarnoe predpriyatie|republican unitary enterprise|уп|up|чуп|chup|чтуп|chtup|частное унитарное предприятие|private unitary enterprise|чп|государственное предприятие|state enterprise|дп|державне підприємство|казенное предприятие|фкп|fkp|фку|унітарнае прадпрыемства',
  ],
  [
    'sole',
    'ип|ip|индивидуальный предприниматель|individualnyi predprinimatel|individual entrepreneur|sole proprietorship|ek|фоп|fop|фізична особа підприємець|einzelunternehmen|ey',
  ],
  ['coop', 'eg|genossenschaft|scrl|производственный кооператив|cooperative society'],
  ['ev', 'ev|eingetragener verein'],
]

/** Forms that may also open a name. Others do so in no country, and would take a name's first word for a form. */
export const LEADING_CLASSES: ReadonlySet<string> = new Set([
  'llc',
  'jsc',
  'jsc/open',
  'jsc/closed',
  'jsc/public',
  'state',
  'sole',
  'jsc/pt',
])

/** Single forms beyond those classes that open names: Baltic, Turkish, Spanish, Vietnamese, Chinese habits. */
export const LEADING_WORDS: readonly string[] = [
  'uab',
  'บริษัท',
  'sia',
  'tov',
  'sarl',
  'societe anonyme',
  'cong ty tnhh',
  'cong ty co phan',
  'gmbh',
  'sociedad anonima',
  'kabushiki kaisha',
  '株式会社',
  '주식회사',
  '(株)',
  'limited liability partnership',
  'aktsiaselts',
  'ou',
  'limited liability company',
  'societate cu raspundere limitata',
  'societatea cu raspundere limitata',
]

/** Short words of those classes that are as often something else when they open a name. */
export const NEVER_LEADING: ReadonlySet<string> = new Set([
  'mas',
  'aj',
  'at',
  'spc',
  'fze',
  'fzc',
  'fzco',
  'dmcc',
  'wll',
  'mmc',
  'psc',
  'qsc',
  'vat',
  'ey',
  'ek',
  'mb',
  'co',
  'company',
  'withlimitedliability',
])
