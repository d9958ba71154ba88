import type { Problem } from '../campaigns/problem';

/** A failure in words for a language model: what happened, and what to do or to tell the user. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/** English, as the tools' descriptions are. Never holds anything that the server wrote. */
export function explainToModel({ kind, message }: Pick<Problem, 'kind' | 'message'>): string {
  switch (kind) {
    case 'noKey':
      return 'No SendKit API key is stored. Tell the user to run the command "SendKit: Set API Key". Do not ask for the key in the conversation.';
    case 'noWorkspace':
      return 'The stored key opens several workspaces and none is chosen. Tell the user to run the command "SendKit: Select Workspace".';
    case 'unauthorized':
      return 'SendKit refused the stored key. Tell the user to run the command "SendKit: Set API Key". Do not ask for the key in the conversation.';
    case 'forbidden':
      return 'The stored key has no access to this. Tell the user to use a key, or select a workspace, that the campaign belongs to.';
    case 'notFound':
      return 'SendKit knows no campaign with this id. Call sendkit_list_campaigns to find the right id.';
    case 'rateLimited':
      return `SendKit asks for a pause. Do not call again right away. ${message}`;
    case 'cancelled':
      return 'The user cancelled this call. Do not call again unless asked.';
    default:
      return `${message} Tell the user; calling again at once will not help.`;
  }
}
