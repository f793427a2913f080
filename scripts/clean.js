// Removes output folders, so that a file deleted from the sources does not live on in the build.
import { rmSync } from 'node:fs'

for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true })
