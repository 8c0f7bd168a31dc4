import { definitions201to207 } from '../../src/narrative/glossary/d201-207';
import { definitions208to211 } from '../../src/narrative/glossary/d208-211';
import { definitions212to234 } from '../../src/narrative/glossary/d212-234';
import { definitionOf } from '../../src/narrative/glossary/definitions';
import { written } from './written';

const names = {
  '201': '一般公共服务支出',
  '20103': '政府办公厅（室）及相关机构事务',
  '2010301': '行政运行',
  '2010399': '其他政府办公厅（室）及相关机构事务支出',
  '2019876': '某某事务',
};

describe('名词解释', () => {
  const { document, text } = written({
    now: {
      'Z01.一般公共预算财政拨款收入.决算数': '5',
      'Z01.其他收入.决算数': '0',
      'Z01.项目支出.决算数': '5',
      'Z04.20103.本年支出合计': '10',
      'Z04.2010301.本年支出合计': '5',
      'Z04.2010399.本年支出合计': '5',
      'Z04.2019876.本年支出合计': '5',
      'Z04.2010302.本年支出合计': '0',
    },
    nowOptions: { names },
  });
  const ids = document.glossary.blocks.map(({ id }) => id);

  test('explains the terms and the 项 that occur, in order, numbered', () => {
    expect(ids).toEqual(['G.财政拨款收入', 'G.2010301', 'G.2010399', 'G.2019876', 'G.项目支出', 'G.“三公”经费']);
    expect(text('G.2010301')).toBe(
      '2.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）：指行政单位（包括参照公务员法管理的事业单位）的基本支出。',
    );
    expect(text('G.2010399')).toContain('：指除上述项目以外，其他用于政府办公厅（室）及相关机构事务方面的支出。');
  });

  test('an unknown 项 is a visible blank that 补充信息 can fill', () => {
    expect(text('G.2019876')).toContain('某某事务（项）：【待补充：科目2019876的解释（按当年《政府收支分类科目》填写）】。');
    expect(document.missing).toContainEqual(expect.objectContaining({ key: 'glossary.2019876' }));
    const filled = written({
      now: { 'Z04.2019876.本年支出合计': '5' },
      nowOptions: { names },
      supplement: { glossary: { '2019876': '用于某某的支出。' } },
    });
    expect(filled.text('G.2019876')).toContain('（项）：指用于某某的支出。');
  });

  test('a code is explained only under the name it is known by', () => {
    expect(definitionOf('2080801', '死亡抚恤')).toContain('抚恤金');
    expect(definitionOf('2080801', '别的科目')).toBeUndefined();
    expect(definitionOf('2080801')).toBeUndefined();
    // Whatever width the brackets have, and with or without marks, blanks and 支出.
    for (const name of ['中医（民族）医院', '中医(民族)医院', '中医 （民族） 医院支出'])
      expect(definitionOf('2100202', name)).toBeDefined();
    for (const name of ['在乡复员、退伍军人生活补助', '在乡复员退伍军人生活补助']) expect(definitionOf('2080803', name)).toBeDefined();
  });

  test('every definition says what is meant, once, and closes without a mark', () => {
    const all = [definitions201to207, definitions208to211, definitions212to234].flatMap((part) => Object.entries(part));
    expect(all.length).toBeGreaterThan(310);
    for (const [code, [name, meaning]] of all) {
      expect(code).toMatch(/^\d{7}$/);
      expect([code, definitionOf(code, name)]).toEqual([code, meaning]);
      expect([code, meaning]).toEqual([code, expect.stringMatching(/^指[^。【】]{3,}[^。，；]$/)]);
    }
  });

  test('a remainder 项 is told by its code and by its whole name', () => {
    expect(definitionOf('2019999', '其他某某方面的支出')).toBe('指除上述项目以外，其他用于某某方面的支出');
    expect(definitionOf('2019999', '其他某某支出')).toBe('指除上述项目以外，其他用于某某方面的支出');
    for (const name of ['某类其他某某支出', '其他某某支出（旧）', '某某支出']) expect(definitionOf('2019999', name)).toBeUndefined();
    expect(definitionOf('2019801', '其他某某支出')).toBeUndefined();
  });

  test('a code that was renamed is explained under both names', () => {
    expect(definitionOf('2013804', '市场主体管理')).toContain('市场主体');
    expect(definitionOf('2013804', '经营主体管理')).toContain('经营主体');
  });

  test('the Shanghai list is fixed, whatever occurs', () => {
    const shanghai = written({ now: {}, profile: 'shanghai-2024' }).document.glossary.blocks;
    expect(shanghai).toHaveLength(11);
    expect(shanghai[0]).toMatchObject({ inlines: [{ text: expect.stringMatching(/^一、财政拨款收入：/) }] });
  });
});
