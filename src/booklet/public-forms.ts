import type { PublicForm } from '../narrative/annexes/public';
import type { Booklet } from './booklet';

/** The public forms of 附表; none where that part was left out. */
export const publicFormsOf = ({ parts }: Booklet): readonly PublicForm[] =>
  parts.flatMap(({ content }) => (content.kind === 'forms' ? content.forms : []));
