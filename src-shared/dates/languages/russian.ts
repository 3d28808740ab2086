/** Stub. */
import { anyLanguage } from './any-language';

export const russian = anyLanguage;
