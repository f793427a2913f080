// Tests are compiled beside the sources by `pretest`, so jest runs plain ES modules and transforms nothing.
export default {
  testEnvironment: 'node',
  transform: {},
  rootDir: '.build/test',
  testMatch: ['**/*.test.js'],
  testTimeout: 30_000,
}
