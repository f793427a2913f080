// Tests are compiled beside the sources by `pretest`, so jest runs plain ES modules and transforms nothing.
export default {
  testEnvironment: 'node',
  transform: {},
  rootDir: '.build/test',
  testMatch: ['**/*.test.js'],
  // The tests of the command line wait for processes, so that every core may have one.
  maxWorkers: '100%',
  testTimeout: 30_000,
}
