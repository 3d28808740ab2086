/**
 * Parts of the reading room that are drawn again only when what they are given is other: an act on a
 * passage draws the room, and with it whatever is not held here. What they call has to stay the same.
 */
import { EditorSurface } from '@renderer/editor/EditorSurface';
import { Backlinks } from '@renderer/features/document/Backlinks';
import { DocumentLinks } from '@renderer/features/document/DocumentLinks';
import { RelatedDocuments } from '@renderer/features/document/RelatedDocuments';
import { TitleField } from '@renderer/features/document/TitleField';
import { memo } from 'react';
import { Byline } from './Byline';
import { Margin } from './Margin';
import { ReadingTools } from './ReadingTools';

export const SteadySurface = memo(EditorSurface);
export const SteadyTitle = memo(TitleField);
export const SteadyByline = memo(Byline);
export const SteadyDocumentLinks = memo(DocumentLinks);
export const SteadyBacklinks = memo(Backlinks);
export const SteadyRelatedDocuments = memo(RelatedDocuments);
export const SteadyTools = memo(ReadingTools);
export const SteadyMargin = memo(Margin);
