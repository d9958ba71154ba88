import * as vscode from 'vscode';

/** A tooltip of plain lines, the first its heading. Text of the API is hostile: nothing in it becomes a link, an image or a command. */
export function plainMarkdown([heading = '', ...lines]: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendMarkdown('**').appendText(heading).appendMarkdown('**');
  for (const line of lines) markdown.appendMarkdown('  \n').appendText(line);
  return markdown;
}
