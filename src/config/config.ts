export { fitsSome, settingsOf } from './file-settings.js'
export { readMapFlag } from './map-flag.js'
export { typedOptions } from './option-flags.js'
export { readConfig } from './read.js'
