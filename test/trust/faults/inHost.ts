// Runs in the extension host of VS Code, with the extension's own parts: what is seen when something goes wrong.
import { Clock, HOUR } from './clock';
import { around, onGraph } from './onGraph';
import type { Given, Seen } from './seen';
import { SPECIAL_CASES } from './special/cases';
import type { SpecialName } from './special/names';
import { fail, heal } from './steer';

/** Of one answer that never ends, so that it need not be waited for. */
const SOON_MS = 1000;

export function tryFault(of: { given: Given; fault: string; neverEnds: boolean }): Promise<Seen> {
  const { given, fault, neverEnds } = of;
  const clock = new Clock();
  const options = { ...clock.options(), ...(neverEnds && { attemptMs: SOON_MS }) };
  const mend = async (): Promise<void> => {
    await heal(given.url);
    // Until then SendKit is left alone if it asked for that.
    clock.pass(HOUR);
  };
  return onGraph(
    given,
    options,
    around(given, () => fail(given.url, fault), mend),
  );
}

export function trySpecial({ given, name }: { given: Given; name: SpecialName }): Promise<Seen> {
  return SPECIAL_CASES[name](given);
}
