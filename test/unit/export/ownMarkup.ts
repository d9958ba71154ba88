import assert from 'node:assert/strict';

/** What a page may be made of; anything else was smuggled in. */
const TAGS = new Set(
  'html head meta title style body main header footer section article h1 h2 h3 h4 p span bdi dl div dt dd ul li table caption thead tbody tr th td small figure figcaption details summary svg g path rect line text tspan desc'.split(
    ' ',
  ),
);

/** Every element, attribute and address is one that this project writes. */
export function assertOnlyOwnMarkup(page: string): void {
  const body = page.replace(/<style>[^]*?<\/style>/, '');
  for (const [, tag = ''] of body.matchAll(/<\/?([^\s>/!]*)/g)) assert.ok(TAGS.has(tag) || tag === '', `<${tag}>`);
  for (const [tag] of body.matchAll(/<[a-z][^>]*>/g)) assert.doesNotMatch(tag, /\s(on\w+|style|href|src)\s*=/i, tag);
  assert.doesNotMatch(body, /javascript:|@import|url\(/i);
  const open = body.match(/<[a-z][^>]*[^/]>|<[a-z]>/g)?.filter((tag) => !tag.startsWith('<meta')).length;
  assert.equal(open, body.match(/<\//g)?.length, 'every element is closed');
}

export function idsOf(page: string): string[] {
  return [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '');
}
