import { MUTATED_FILES } from '../test/lists/mutated-files.js'
import { judgeOf, mutant, readMutant, silence } from '../test/lists/mutants.js'

// Mutants of the published lists, by seed: node .build/bench/mutate-lists.js [mutants in all] [first seed]
const [all = 10_000, firstSeed = 1] = process.argv.slice(2).map(Number)

const files = MUTATED_FILES.filter(({ there }) => there)
const each = Math.ceil(all / files.length)
let wrong = 0
let errors = 0
let warned = 0
for (const file of files) {
  const bytes = file.bytes()
  const whole = await readMutant(bytes, file.beside)
  const judge = judgeOf(whole, bytes.toString('latin1'), file.read, file.count)
  for (let seed = firstSeed; seed < firstSeed + each; seed++) {
    const made = mutant(bytes, seed)
    const read = await readMutant(made.bytes, file.beside)
    if (read.problems.some((problem) => problem.severity === 'error')) errors++
    else if (read.problems.length > whole.problems.length) warned++
    const found = silence(judge, read, made.bytes.toString('latin1'))
    if (found === undefined) continue
    wrong++
    console.log(`${file.name}, seed ${seed}, ${made.what}: ${found}`)
  }
  console.log(`${each} of ${file.name}`)
}
console.log(
  `${each * files.length} mutants: ${errors} refused or with rejected rows, ${warned} with a new warning, ${wrong} in silence`,
)
process.exitCode = wrong === 0 ? 0 : 1
