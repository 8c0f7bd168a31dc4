import { sectionsIn } from '../../narrative/profile';
import type { LearnedProfile } from './learn';

/** What was learned, as it is shown before it is kept: name and words of each part. */
export function learnedWords({
  profile,
  like,
  sentences,
  equal,
  open,
  figures,
  others,
}: LearnedProfile): readonly (readonly [string, string])[] {
  const { phrases, decimals } = profile;
  const own = Object.keys(profile.glossary.meanings ?? {}).length;
  const phrase = (words: string): string => (words === '' ? '（不写）' : `“${words}”`);
  return [
    ['最接近的口径', like.name],
    [
      '章节',
      sectionsIn(profile)
        .map(({ heading }) => heading)
        .join('；'),
    ],
    [
      '固定段落',
      sectionsIn(profile)
        .flatMap(({ closing = [] }) => closing)
        .join('') || '没有',
    ],
    [
      '用语',
      [phrases.total, phrases.totalIs, phrases.comparedWith, phrases.than, phrases.changeReason, phrases.completes, phrases.yearEnd]
        .map(phrase)
        .join('、'),
    ],
    [
      '数字',
      [
        `金额 ${decimals.wan} 位小数，百分比 ${decimals.percent} 位`,
        profile.dropTrailingZeros ? '末尾的0不写' : '末尾的0照写',
        profile.thousandsSeparator ? '有千分位' : '没有千分位',
      ].join('；'),
    ],
    [
      '列法',
      [
        profile.zeroItems === 'omit' ? '为0的项不列' : '为0的项也列',
        profile.itemStyle === 'flat' ? '各项逐条写' : '各项按类分组',
        `预算用${profile.budget}`,
      ].join('；'),
    ],
    ['名词解释', own === 0 ? '用本工具的解释' : `沿用原文的解释 ${own} 条`],
    [
      '重写一遍原文',
      `${sentences} 句中，一字不差 ${equal} 句，只差要人填的内容 ${open} 句，文字相同而数不同 ${figures} 句，没有学到 ${others.length} 句`,
    ],
  ];
}
