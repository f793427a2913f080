/**
 * Words that we add to the groups of business words: abbreviations as lists and bank statements cut them, and words that open
 * thousands of company names. Each line: the group, then its words; a group may also stand in the business words.
 */
export const OWN_GENERIC_WORDS: readonly string[] = [
  'tech tech techs technologies technic technics technique technologic tekhnologii tekhnologiya teknologi teknoloji tecnologia tecnologias technologie tekhnicheskii tekhnicheskiy tekhnika tekhno texnologiya keji jishu',
  'service srvcs srvces svcs svc servis serv fuwu',
  'grp grp gr gruppa gruppe jituan',
  'holding hldg hldgs kholding kholdinga holdinga konggu kholdingovaya',
  'intl int inter internacional internazionale mezhdunarodnyi mezhdunarodnaya mezhdunarodnoe uluslararasi guoji',
  'mgmt mgt mgmnt managing upravlyayushchaya upravlyayushchiy upravlenie upravlyayuschaya',
  'co companies kompaniya kompanii',
  'dev devel developments razvitie fazhan',
  'manufacturing mfg manuf manufacture manufacturer manufacturers manufactory proizvodstvennoye proizvodstvo zhizao',
  'factory works plants zavod zavoda zavody fabrika plant',
  'trade traders trader torgovyi torgovaya torgovlya torgovii torgovli ticaret maoyi bazargani tejarat comercializadora commerce trd',
  'export eksport eximport exim impex import jinchukou',
  'industry ind inds indus sanayi gongye promyshlennost promyshlennaya sanat',
  'eng engineers engg inzhiniring inzhenernyi muhendislik gongcheng mohandesi',
  'eng2 konstruktorskoe konstruktorskoye byuro buro',
  'mechanical mekhanicheskii mekhanicheskiy mechanics',
  'scientific nauchno nauchnyi nauchnaya nauchny',
  'research issledovatelskii issledovatelskiy issledovatelskogo yanjiu',
  'institute nii inst yanjiusuo',
  'center tsentr ctr cntr zhongxin',
  'electronic elektronnyi elektronika dianzi electronica',
  'electric elektricheskii electricals elektrik',
  'supply supplying postavka sourcing procurement',
  'equipment equip oborudovanie shebei',
  'instrument instrument instruments instrumentation pribor pribory priborov priborostroitelnyi',
  'logistics logistic wuliu lojistik express freight forwarding cargo',
  'transport trans transporting yunshu nakliyat',
  'construction constructions stroi stroy stroitelnaya insaat jianshe contracting contractors contractor builders',
  'investment invest investing investors touzi yatirim investitsii',
  'financial finans fin finanse jinrong',
  'material materials material cailiao materialy',
  'product produce prod produkty',
  'general gen commercial',
  'enterprise ent entr entp enterprize predpriyatie predpriyatiya qiye',
  'association assn asso assoc obedinenie obyedinenie',
  'joint joint jointly combined',
  'plc limited unlimited stock private public open closed',
  'digital digital smart e online web net internet cyber data software cloud mobile',
  'partner partnership',
  'business biz biznes',
  'component component components part parts spare spares accessories module modules unit units',
  'sales sale sales selling purchase purchasing',
  'process processing processor processors',
  'main main principal head',
  'division division div section unit branch subsidiary affiliate',
  'standard standard standards quality certified',
  'advanced advanced modern progressive',
  'new new novyi novaya novoe nuevo neue nouveau nova neo xin',
  'first first pervyi pervaya',
  'big great grand big large small little mega super ultra',
  'state state states gosudarstvennyi gosudarstvennoe gosudarstvennaya goskorporatsiya',
]

/** Trades, in groups as the generic ones. */
export const OWN_TRADE_GROUPS: readonly string[] = ['bank bk banco banque banka banc banca bancorp bancshares yinhang']

/** Everyday words that are no one's own: two parties that share one of them share nothing yet. The first of a line names its subject. */
export const OWN_TRADE_WORDS: readonly string[] = [
  'precision precision exact accurate',
  'laser laser lasers lazer lazernye lazernyi',
  'optic optical optics optic optik opticheskii optiko opto photonics photonic guangdian',
  'green green eco ecological environmental environment bio clean renewable solar wind zelenyi',
  'cycle cycle recycle recycling circular waste',
  'colour red blue white black yellow silver golden gold bronze orange pink purple krasnyi belyi chernyi zolotoi',
  'greek alpha beta gamma delta epsilon sigma omega lambda zeta theta kappa alfa omicron',
  'sky sky sun star stars moon sunrise sunshine sunset cosmos galaxy universe universal planet earth horizon solaris solar zvezda luna nova',
  'nature river lake mountain mountains hill hills valley forest rock stone stones spring springs island islands garden gardens park field fields tree oak pine rose lotus flower meadow creek bridge bay beach harbor harbour port coast shore cape canyon ridge summit peak',
  'direction north south east west northern southern eastern western northeast northwest southeast southwest nord sud ost vostok zapad sever yug pacific atlantic asia asian europe european africa african america american americas orient oriental euro eurasia eurasian arab baltic caspian balkan nordic mediterranean caribbean gulf',
  'animal eagle lion tiger wolf bear falcon hawk fox dragon phoenix horse bull panther cobra dolphin whale shark swan peacock',
  'metal metal metals metallic iron copper aluminium aluminum titanium nickel zinc alloy alloys metallurgical metallurgy metall',
  'gem ruby emerald sapphire pearl crystal amber jade',
  'virtue success victory glory liberty freedom hope faith trust honor honour unity peace harmony fortune lucky prosperity noble brave wise integrity excellence dream vision pride spirit wisdom genesis legacy heritage destiny',
  'force force forces titan atlas apollo zeus hercules mars jupiter saturn venus mercury neptune orion pegasus olympus olympic trident poseidon athena hermes helios',
  'rank premier prime elite royal imperial regal crown king queen prince emperor empire majestic master champion leader ace top best select choice classic premium supreme',
  'speed rapid fast quick swift dynamic dynamics turbo express flash velocity',
  'shape circle square triangle diamond cube arc line point cross ring wave loop core edge link chain hub node matrix vector spectrum prism nexus vertex apex zenith pinnacle',
  'time century millennium modern future today next time century era ancient',
  'home home homes family families kids child children baby mother women men people youth',
  'food food foods beverage beverages fruit fruits meat fish seafood rice sugar tea coffee milk dairy bakery grain wheat flour oil farm farms farming agro agri poultry cattle livestock',
  'textile textile textiles garment garments fashion clothing apparel fabric fabrics leather cotton wool silk shoes footwear',
  'plastic plastic plastics rubber paper glass ceramic ceramics wood timber furniture packaging print printing paint paints cement concrete brick tile',
  'water water aqua hydro marine ocean sea oceanic seaway vodnyi',
  'air air aero jet wing wings avia',
  'gas gas gaz petro petrol petroleum oil neft neftegaz petrochemical petrochemicals fuel fuels lng lpg pipeline pipelines pipe pipes drilling refinery',
  'car car cars truck trucks vehicle vehicles auto automotive tire tires motor bike bicycle',
  'tool tool tools machine machines machinery robot robotics automation automatic control controls sensor sensors device devices apparatus meter measurement measuring pump pumps valve valves bearing bearings engine engines turbine',
  'wire wire wires cable cables fiber fibre battery batteries lamp light lights lighting led display semiconductor semiconductors chip chips micro microelectronics circuit circuits radio telecom telecommunications wireless antenna satellite space radar signal',
  'weapon arms weapon weapons ammunition missile missiles rocket rockets tank armor armour defence defense military',
  'health health care medical pharma pharmaceutical pharmaceuticals drug drugs bio biotech biotechnology clinic dental life wellness',
  'law law legal lawyer lawyers attorney justice court',
  'travel travel tour tours tourism tourist holiday holidays resort resorts hotel hotels hospitality',
  'art art arts music film films movie sport sports game games gaming studio studios book books press publishing news radio magazine',
  'money money fund funds equity equities asset assets securities credit loan mortgage pay payment payments exchange currency insurance reinsurance wealth broker brokers brokerage bancorp holdings savings pension treasury fiduciary',
  'land land estate real realty property properties housing residential apartment apartments tower towers plaza mall city urban village town villa office offices',
  'school school education educational academy training learning university college student students',
  'faith church temple mosque islamic christian catholic charity charitable relief aid humanitarian',
  'form direct open free total integrated complete full multi poly mono uni inter intra omni pan trans one two three four five six seven eight nine ten',
  'person individual human man woman friend friends brother brothers bros son sons father',
  'safety safety safe guard guardian shield protect protection patrol',
  'idea idea ideas think mind concept creative solution smart logic analytics intelligence intelligent',
  'distance bridge gate gateway way road street avenue route path track rail railway railways station terminal',
]

/** Words that join others and are no evidence, in names of organisations. */
export const PARTICLES: readonly string[] =
  'the of for and de la le les el los las da do dos das di del della dei des du der die das den und et y e i v na po im imeni named after in on at to by von van zu with as a an al ul il l d o iz dlya s zur am im auf og och ja ve ke va'.split(
    ' ',
  )

/** Words that join the parts of a person's name. */
export const PERSON_PARTICLES: readonly string[] =
  'al el ul ur as ad ar an at ash bin ben ibn bint binti oglu ogly oghli qizi kyzy uulu de la le da do dos das di del della der den van von und y e i ou abu abou umm mr mrs ms miss dr prof sir sheikh shaykh shaikh haji hajji hajj mullah maulavi mawlawi sayyid sayed seyed syed general colonel major captain san st saint the of'.split(
    ' ',
  )
