/** How a report is to look: decided by the caller from options and terminal, never from the environment in here. */
export interface Look {
  /** Terminal columns. Without a terminal there are none, and lines are neither wrapped nor cut. */
  readonly width?: number | undefined
  readonly color: boolean
  /** Match explanations whole, and every piece of evidence. */
  readonly verbose: boolean
  /** The verdict and the findings alone. */
  readonly quiet: boolean
}
