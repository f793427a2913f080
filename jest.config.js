// Tests are compiled beside the sources by `pretest`, so jest runs plain ES modules and transforms nothing.
export default {
  testEnvironment: 'node',
  transform: {},
  rootDir: '.build/test',
  testMatch: ['**/*.test.js'],
  // The tests of the command line wait for processes, so that every core may have one.
  maxWorkers: '100%',
  // Ends what hangs; properties take a few seconds here, and ten times that where other work fills the cores.
  testTimeout: 120_000,
}
