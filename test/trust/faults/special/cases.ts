// What can go wrong beside a single answer.
import type { SpecialCase } from './case';
import { KEY_CASES } from './key';
import type { SpecialName } from './names';
import { NETWORK_CASES } from './network';
import { PART_CASES } from './parts';
import { PLACE_CASES } from './places';
import { TIME_CASES } from './time';

export const SPECIAL_CASES: Readonly<Record<SpecialName, SpecialCase>> = {
  ...NETWORK_CASES,
  ...KEY_CASES,
  ...TIME_CASES,
  ...PART_CASES,
  ...PLACE_CASES,
};
