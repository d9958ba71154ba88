/** What a test file is called, wherever it lies. */
export const TEST_FILES = '**/*.sendkit-test.json';
