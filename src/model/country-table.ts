/**
 * ISO 3166-1: alpha-2, alpha-3 and an English short name, separated by `|`. English names stand here and not in the
 * runtime, whose names change with its version, because a report must be the same bytes on any machine. Besides the
 * standard: XK for Kosovo (user-assigned, in common use), and AN for the Netherlands Antilles (withdrawn in 2010, but
 * official lists still write it).
 */
const TABLE = `
AD AND Andorra|AE ARE United Arab Emirates|AF AFG Afghanistan|AG ATG Antigua and Barbuda|AI AIA Anguilla|AL ALB Albania
AM ARM Armenia|AN ANT Netherlands Antilles|AO AGO Angola|AQ ATA Antarctica|AR ARG Argentina|AS ASM American Samoa
AT AUT Austria|AU AUS Australia|AW ABW Aruba|AX ALA Åland Islands|AZ AZE Azerbaijan|BA BIH Bosnia and Herzegovina
BB BRB Barbados|BD BGD Bangladesh|BE BEL Belgium|BF BFA Burkina Faso|BG BGR Bulgaria|BH BHR Bahrain|BI BDI Burundi
BJ BEN Benin|BL BLM Saint Barthélemy|BM BMU Bermuda|BN BRN Brunei|BO BOL Bolivia|BQ BES Caribbean Netherlands
BR BRA Brazil|BS BHS Bahamas|BT BTN Bhutan|BV BVT Bouvet Island|BW BWA Botswana|BY BLR Belarus|BZ BLZ Belize
CA CAN Canada|CC CCK Cocos (Keeling) Islands|CD COD Congo (Democratic Republic)|CF CAF Central African Republic
CG COG Congo (Republic)|CH CHE Switzerland|CI CIV Côte d'Ivoire|CK COK Cook Islands|CL CHL Chile|CM CMR Cameroon
CN CHN China|CO COL Colombia|CR CRI Costa Rica|CU CUB Cuba|CV CPV Cape Verde|CW CUW Curaçao|CX CXR Christmas Island
CY CYP Cyprus|CZ CZE Czechia|DE DEU Germany|DJ DJI Djibouti|DK DNK Denmark|DM DMA Dominica|DO DOM Dominican Republic
DZ DZA Algeria|EC ECU Ecuador|EE EST Estonia|EG EGY Egypt|EH ESH Western Sahara|ER ERI Eritrea|ES ESP Spain
ET ETH Ethiopia|FI FIN Finland|FJ FJI Fiji|FK FLK Falkland Islands|FM FSM Micronesia|FO FRO Faroe Islands|FR FRA France
GA GAB Gabon|GB GBR United Kingdom|GD GRD Grenada|GE GEO Georgia|GF GUF French Guiana|GG GGY Guernsey|GH GHA Ghana
GI GIB Gibraltar|GL GRL Greenland|GM GMB Gambia|GN GIN Guinea|GP GLP Guadeloupe|GQ GNQ Equatorial Guinea|GR GRC Greece
GS SGS South Georgia and the South Sandwich Islands|GT GTM Guatemala|GU GUM Guam|GW GNB Guinea-Bissau|GY GUY Guyana
HK HKG Hong Kong|HM HMD Heard Island and McDonald Islands|HN HND Honduras|HR HRV Croatia|HT HTI Haiti|HU HUN Hungary
ID IDN Indonesia|IE IRL Ireland|IL ISR Israel|IM IMN Isle of Man|IN IND India|IO IOT British Indian Ocean Territory
IQ IRQ Iraq|IR IRN Iran|IS ISL Iceland|IT ITA Italy|JE JEY Jersey|JM JAM Jamaica|JO JOR Jordan|JP JPN Japan
KE KEN Kenya|KG KGZ Kyrgyzstan|KH KHM Cambodia|KI KIR Kiribati|KM COM Comoros|KN KNA Saint Kitts and Nevis
KP PRK North Korea|KR KOR South Korea|KW KWT Kuwait|KY CYM Cayman Islands|KZ KAZ Kazakhstan|LA LAO Laos|LB LBN Lebanon
LC LCA Saint Lucia|LI LIE Liechtenstein|LK LKA Sri Lanka|LR LBR Liberia|LS LSO Lesotho|LT LTU Lithuania
LU LUX Luxembourg|LV LVA Latvia|LY LBY Libya|MA MAR Morocco|MC MCO Monaco|MD MDA Moldova|ME MNE Montenegro
MF MAF Saint Martin|MG MDG Madagascar|MH MHL Marshall Islands|MK MKD North Macedonia|ML MLI Mali|MM MMR Myanmar
MN MNG Mongolia|MO MAC Macao|MP MNP Northern Mariana Islands|MQ MTQ Martinique|MR MRT Mauritania|MS MSR Montserrat
MT MLT Malta|MU MUS Mauritius|MV MDV Maldives|MW MWI Malawi|MX MEX Mexico|MY MYS Malaysia|MZ MOZ Mozambique
NA NAM Namibia|NC NCL New Caledonia|NE NER Niger|NF NFK Norfolk Island|NG NGA Nigeria|NI NIC Nicaragua
NL NLD Netherlands|NO NOR Norway|NP NPL Nepal|NR NRU Nauru|NU NIU Niue|NZ NZL New Zealand|OM OMN Oman|PA PAN Panama
PE PER Peru|PF PYF French Polynesia|PG PNG Papua New Guinea|PH PHL Philippines|PK PAK Pakistan|PL POL Poland
PM SPM Saint Pierre and Miquelon|PN PCN Pitcairn|PR PRI Puerto Rico|PS PSE Palestine|PT PRT Portugal|PW PLW Palau
PY PRY Paraguay|QA QAT Qatar|RE REU Réunion|RO ROU Romania|RS SRB Serbia|RU RUS Russia|RW RWA Rwanda
SA SAU Saudi Arabia|SB SLB Solomon Islands|SC SYC Seychelles|SD SDN Sudan|SE SWE Sweden|SG SGP Singapore
SH SHN Saint Helena, Ascension and Tristan da Cunha|SI SVN Slovenia|SJ SJM Svalbard and Jan Mayen|SK SVK Slovakia
SL SLE Sierra Leone|SM SMR San Marino|SN SEN Senegal|SO SOM Somalia|SR SUR Suriname|SS SSD South Sudan
ST STP São Tomé and Príncipe|SV SLV El Salvador|SX SXM Sint Maarten|SY SYR Syria|SZ SWZ Eswatini
TC TCA Turks and Caicos Islands|TD TCD Chad|TF ATF French Southern Territories|TG TGO Togo|TH THA Thailand
TJ TJK Tajikistan|TK TKL Tokelau|TL TLS Timor-Leste|TM TKM Turkmenistan|TN TUN Tunisia|TO TON Tonga|TR TUR Turkey
TT TTO Trinidad and Tobago|TV TUV Tuvalu|TW TWN Taiwan|TZ TZA Tanzania|UA UKR Ukraine|UG UGA Uganda
UM UMI United States Minor Outlying Islands|US USA United States|UY URY Uruguay|UZ UZB Uzbekistan|VA VAT Holy See
VC VCT Saint Vincent and the Grenadines|VE VEN Venezuela|VG VGB British Virgin Islands|VI VIR United States Virgin Islands
VN VNM Vietnam|VU VUT Vanuatu|WF WLF Wallis and Futuna|WS WSM Samoa|XK XKX Kosovo|YE YEM Yemen|YT MYT Mayotte
ZA ZAF South Africa|ZM ZMB Zambia|ZW ZWE Zimbabwe`

export interface Country {
  readonly alpha2: string
  readonly alpha3: string
  readonly name: string
}

export const COUNTRIES: readonly Country[] = TABLE.trim()
  .split(/[|\n]/)
  .map((row) => ({ alpha2: row.slice(0, 2), alpha3: row.slice(3, 6), name: row.slice(7) }))

/** Names in use that neither the table nor the runtime has, `;` between them. */
export const OTHER_NAMES: readonly (readonly [code: string, names: string])[] = [
  ['AE', 'UAE;U.A.E.;Emirates'],
  ['AR', 'Argentine Republic'],
  ['BA', 'Bosnia-Herzegovina;Bosnia'],
  ['BN', 'Brunei Darussalam'],
  ['BQ', 'Bonaire, Sint Eustatius and Saba'],
  ['BY', 'Byelorussia;Belorussia;Weißrussland;Белоруссия;Республика Беларусь'],
  ['CC', 'Cocos Islands;Keeling Islands'],
  [
    'CD',
    'DRC;DR Congo;D.R. Congo;Congo DR;Democratic Republic of Congo;Congo, Democratic Republic of;Zaire;Congo Kinshasa',
  ],
  ['CG', 'Congo;Republic of Congo;Congo, Republic of;Congo Republic;Congo Brazzaville'],
  ['CH', 'Swiss Confederation'],
  ['CI', 'Ivory Coast;Cote d Ivoire'],
  [
    'CN',
    "PRC;P.R. China;PR China;P.R.C.;People's Republic of China;Mainland China;VR China;Китайская Народная Республика;КНР;中华人民共和国",
  ],
  ['CV', 'Cabo Verde'],
  ['CZ', 'Czech Republic'],
  ['DE', 'Federal Republic of Germany;Bundesrepublik Deutschland;ФРГ'],
  ['ES', 'Kingdom of Spain'],
  ['FK', 'Falkland Islands (Malvinas)'],
  ['FM', 'Federated States of Micronesia'],
  ['FR', 'French Republic'],
  ['GA', 'Gabonese Republic'],
  [
    'GB',
    'Great Britain;Britain;U.K.;England;Scotland;Wales;Northern Ireland;United Kingdom of Great Britain and Northern Ireland',
  ],
  ['GR', 'Hellenic Republic'],
  [
    'HK',
    'Hong Kong SAR;Hongkong;Hong Kong, China;香港;China, Hong Kong Special Administrative Region;Hong Kong Special Administrative Region;Гонконг',
  ],
  ['IR', 'Iran;Islamic Republic of Iran;Iran (Islamic Republic of)'],
  ['KG', 'Kyrgyz Republic;Киргизия;Кыргызская Республика;Кыргызстан'],
  [
    'KP',
    "DPRK;D.P.R.K.;DPR Korea;Democratic People's Republic of Korea;Korea DPR;Korea, North;North Korea;Корейская Народно-Демократическая Республика",
  ],
  ['KR', 'ROK;Republic of Korea;Korea;Korea, South;South Korea;Korea Republic;Южная Корея'],
  ['KZ', 'Республика Казахстан'],
  ['LA', "Lao PDR;Lao People's Democratic Republic"],
  ['LB', 'Lebanese Republic'],
  ['LY', 'Libyan Arab Jamahiriya'],
  ['MD', 'Moldavia;Republic of Moldova;Молдавия'],
  ['MF', 'Saint Martin (French part)'],
  ['MK', 'Macedonia;FYROM;Former Yugoslav Republic of Macedonia'],
  ['ML', 'Northern Mali'],
  ['MM', 'Burma;Republic of the Union of Myanmar'],
  [
    'MO',
    'Macau;Macao SAR;Macau, China;澳门;China, Macao Special Administrative Region;Macao Special Administrative Region',
  ],
  ['MX', 'United Mexican States'],
  ['NL', 'Holland'],
  [
    'PS',
    'Palestinian;Palestinian Territory;Occupied Palestinian Territory;West Bank;Gaza;Gaza Strip;West Bank and Gaza',
  ],
  ['PT', 'Portuguese Republic'],
  ['RU', 'Russian Federation;Российская Федерация;РФ;Russische Föderation;俄罗斯联邦'],
  // An enclave claimed by Sudan and South Sudan, and held by Sudan: OFAC writes it as a region of its own.
  ['SD', 'Kafia Kingi'],
  ['SH', 'Saint Helena'],
  ['SJ', 'Svalbard and Jan Mayen Islands'],
  ['SK', 'Slovak Republic'],
  ['SX', 'Sint Maarten (Dutch part)'],
  ['SY', 'Syrian Arab Republic;Сирийская Арабская Республика'],
  ['SZ', 'Swaziland'],
  ['TG', 'Togolese Republic'],
  ['TL', 'East Timor'],
  ['TR', 'Türkiye;Turkiye'],
  ['TW', 'Republic of China;Taiwan, Province of China;Chinese Taipei;Taiwan R.O.C.;ROC'],
  ['TZ', 'United Republic of Tanzania'],
  ['UA', 'Crimea;Krim;Крым'],
  ['US', 'USA;U.S.A.;U.S.;United States of America;America;США;Соединенные Штаты Америки'],
  ['UY', 'Eastern Republic of Uruguay'],
  ['UZ', 'Республика Узбекистан'],
  ['VA', 'Vatican;Vatican City'],
  ['VE', 'Bolivarian Republic of Venezuela'],
  ['VG', 'BVI;British Virgin Islands;Virgin Islands, British'],
  ['VI', 'USVI;US Virgin Islands;Virgin Islands, U.S.'],
  ['VN', 'Viet Nam'],
  ['WF', 'Wallis and Futuna Islands'],
  ['ZA', 'ЮАР;Южная Африка'],
]
