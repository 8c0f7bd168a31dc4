import { toText } from '../../src/adapters/text/text';
import { needsOf, type Need } from '../../taskpane/needs/needs';
import { cleanYears } from '../kit/index';
import { Desk } from './desk';

jest.setTimeout(60_000);

test('三公 has two questions, each with the difference it explains, and each answer stands in its own sentence', async () => {
  const { now, before } = cleanYears();
  const desk = new Desk(now);
  await desk.open();
  await desk.session.usePrior(() => Promise.resolve(before));
  const need = (key: string): Need => {
    const { profile, draft, checked } = desk.session.state();
    return needsOf(draft!, checked!, undefined, profile!).fields.find((one) => one.key === key)!;
  };
  expect(need('reasons.S07').explains!.text).toMatch(/^决算[大小]于预算 /);
  expect(need('reasons.S07.change').explains!.text).toMatch(/^比上年(增加|减少) /);
  expect(need('reasons.S07').label).not.toBe(need('reasons.S07.change').label);

  await desk.session.enter([['reasons.S07', '预算编得宽']]);
  // The answer to one question is not taken for the other.
  expect(need('reasons.S07.change').value).toBeUndefined();
  await desk.session.enter([['reasons.S07.change', '公务出行变化']]);
  const text = toText(await desk.session.published());
  // The reason follows the sentence with its difference.
  expect(text).toMatch(/较上年度(增加|减少)[^。]*。主要变动原因是公务出行变化。/);
  expect(text).toMatch(/决算数[大小]于预算数的主要原因是预算编得宽。/);
});
