/** Code with which Excel refuses what the batch asks for; 'done' where it takes it. */
export const refusal = (batch: (context: Excel.RequestContext) => void): Promise<unknown> =>
  Excel.run(async (context) => {
    batch(context);
    await context.sync();
  }).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

export const sheetOf = (context: Excel.RequestContext, name = '表1'): Excel.Worksheet => context.workbook.worksheets.getItem(name);
