/** The id of the page's one live line. */
export const STATUS_ID = 'status';

/** Has a screen reader say a text when it is done with what it says. */
export function announce(text: string): void {
  const status = document.getElementById(STATUS_ID);
  if (status) status.textContent = text;
}
