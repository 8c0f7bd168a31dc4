// XML holds no control characters; a supplied text pasted from elsewhere may.
// eslint-disable-next-line no-control-regex
export const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
