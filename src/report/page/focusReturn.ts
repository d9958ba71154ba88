/**
 * Gives the focus back to what had it when VS Code took it elsewhere, to a menu or the command palette: VS Code gives it
 * to the page alone, and a person with a keyboard would have lost their place.
 */
export function returnFocus(): void {
  let left: EventTarget | null = null;
  let taken: EventTarget | null = null;
  document.addEventListener('focusout', ({ target }) => {
    left = target;
    // What loses the focus otherwise does so without the window.
    setTimeout(() => (left = null));
  });
  window.addEventListener('blur', () => (taken = left));
  window.addEventListener('focus', () => {
    if (document.activeElement !== document.body) return;
    if (taken instanceof HTMLElement || taken instanceof SVGElement) taken.focus({ preventScroll: true });
  });
}
