import { Chalk } from 'chalk'
import type { Paint, Tone } from './line.js'

// An instance of its own at a fixed level: chalk's default one looks at the environment, which is the caller's to read.
const chalk = new Chalk({ level: 1 })

const TONES: Readonly<Record<Tone, (text: string) => string>> = {
  grave: chalk.red.bold,
  near: chalk.red,
  caution: chalk.yellow,
  note: chalk.cyan,
  good: chalk.green.bold,
  strong: chalk.bold,
  faint: chalk.dim,
}

export const COLOURED: Paint = (text, tone) => (tone === undefined ? text : TONES[tone](text))
