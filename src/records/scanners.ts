/** What reads big files, loaded where there are some. */
export { scanEntities } from './scan-entities.js'
export { scanLinks } from './scan-links.js'
