/**
 * Tells one build's code from another's. `scripts/bundle.js` writes the hash of all compiled modules in its place: what was worked out of lists is
 * kept from one run to the next, and a change that is not released yet has the version of the one before.
 */
export const BUILD_DIGEST: string = 'not bundled'
