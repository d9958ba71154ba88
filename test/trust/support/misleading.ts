import type { Frame, Page } from 'playwright-core';
import { EVIL_HOST } from './watch';

/**
 * What in a document leads somewhere or looks like something that it is not, as far as hostile text can bring it about: links, things
 * that are loaded, pictures that stand for trust, signs that turn the reading direction, letters that only a language model sees.
 */
export async function misleadingIn(page: Page | Frame): Promise<string[]> {
  return page.evaluate((evil) => {
    const found: string[] = [];
    const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
    // VS Code and the extension have others of them, U+200B and U+2060, in places of their own.
    const unseen = /[\u2061-\u2064\u{e0000}-\u{e0fff}]/u;
    const leading = [evil, 'trust.pwned', 'trustPwned'];
    for (const element of document.querySelectorAll('*')) {
      const tag = element.localName;
      for (const { name, value } of element.attributes) {
        const leads = /^(href|src|srcset|srcdoc|action|formaction|data-href|data|style|on\w+|xlink:href)$/.test(name);
        if (leads && leading.some((place) => value.includes(place))) found.push(`<${tag} ${name}="${value}">`);
        if (turning.test(value)) found.push(`<${tag} ${name}> turns the reading direction: ${value}`);
        if (unseen.test(value)) found.push(`<${tag} ${name}> has letters that are not seen: ${value}`);
      }
      if (element.matches('.codicon-verified-filled, .codicon-shield') && element.checkVisibility()) {
        found.push(`an icon: ${element.parentElement?.textContent.slice(0, 100) ?? ''}`);
      }
    }
    const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement, data } = texts.currentNode as Text;
      if (!parentElement || parentElement.matches('script, style')) continue;
      if (turning.test(data)) found.push(`text turns the reading direction: ${data.slice(0, 100)}`);
      if (unseen.test(data)) found.push(`text has letters that are not seen: ${data.slice(0, 100)}`);
    }
    return found;
  }, EVIL_HOST);
}
