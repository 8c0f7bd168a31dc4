import { abs } from '../facts/arithmetic';
import { exactly, printed, say, type Phrase } from '../facts/phrase';
import { formName } from '../layouts/keys';
import type { PlaceDifference, UnitBook } from './model';

/** 财决05表 E12（行政运行 · 基本支出） */
const placeWords = ({ place, at, label }: PlaceDifference): string => `${formName(place.table)} ${at.a1}（${label}）`;

/** 财决01表 E37（总计 · 决算数）汇总表是 …，各单位合计 …，多 … */
export function sides(shown: PlaceDifference): Phrase {
  const { whole, units, difference } = shown;
  const more = difference.value.isNegative() ? '少' : '多';
  return say`${printed(placeWords(shown))}汇总表是 ${exactly(whole)}，各单位合计 ${exactly(units)}，${printed(more)} ${exactly(abs(difference))}`;
}

export const bookWords = ({ unit, file }: Pick<UnitBook, 'unit' | 'file'>): string => `“${unit}”（${file}）`;
