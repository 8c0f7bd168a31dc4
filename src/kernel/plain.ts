import { remembered } from './remembered';

/** A text without what hands and years change: widths, spaces, line breaks, quotes, kinds of brackets. Only to compare with. */
export const plainText = remembered((text) =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff"'“”‘’「」『』《》]+/g, '')
    .replace(/[[{〔【〈]/g, '(')
    .replace(/[\]}〕】〉]/g, ')'),
);
