/** The workbooks that can be read, as a file dialog wants them; `.et` is what WPS calls its own. */
export const bookTypes = '.xlsx,.xls,.xlsm,.xlsb,.ods,.et';

export const isBookName = (name: string): boolean => /\.(xlsx|xls|xlsm|xlsb|ods|et)$/i.test(name);
