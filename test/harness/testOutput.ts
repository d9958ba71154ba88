/** What each line that a test prints inside VS Code begins with, to tell it from what VS Code prints beside it. */
export const testOutput = '│ ';
