/** Files to begin from: small enough to be read, and such that a screening of them shows each kind of evidence. All names are made up. */
export const INIT_FILES: ReadonlyMap<string, string> = new Map([
  [
    'vendors.csv',
    `id,name,type,country,identifiers
v1,Harbour Flanges Limited,company,CN,
v2,Quiet Paper Mill,company,FI,fi-business-id:0112038-9
v3,River Assembly Plant,company,KZ,
`,
  ],
  [
    'trade.csv',
    `id,kind,from,to,date,amount,currency,goods,via
T1,supply,v1,v3,2024-03-02,114000,CNY,flanges,
T2,supply,v3,Northern Sight Works,2024-04-10,,,mounts,Example Freight
T3,supply,v2,Acme Ltd,2024-05-02,900,EUR,paper,
`,
  ],
  [
    'owners.csv',
    `id,kind,from,to,percent,since
R1,owns,Northern Sight Works,Northern Leasing,60,2020-01-01
`,
  ],
  [
    'watch-list.csv',
    `id,list,regime,kind,name,type,country,listed_on
N-1,House list,us,asset-freeze,Northern Sight Works,company,BY,2022-06-01
`,
  ],
  [
    'hopscreen.config.json',
    `{
  "lists": ["watch-list.csv"],
  "hops": 4,
  "failOn": "any"
}
`,
  ],
])

/** Runs on them. */
export const INIT_COMMAND = 'hopscreen vendors.csv -t trade.csv -r owners.csv'
