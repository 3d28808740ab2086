/** The whole catalogue of one language, by area. */
import { cards } from './cards';
import { common } from './common';
import { duplicates } from './duplicates';
import { errors } from './errors';
import { exporting } from './export';
import { history } from './history';
import { importing } from './import';
import { library } from './library';
import { links } from './links';
import { note } from './note';
import { reading } from './reading';
import { search } from './search';
import { settings } from './settings';
import { trust } from './trust';
import { watched } from './watched';

export const en = {
  cards,
  common,
  duplicates,
  errors,
  exporting,
  history,
  importing,
  library,
  links,
  note,
  reading,
  search,
  settings,
  trust,
  watched,
} as const;
