/**
 * 支出功能分类 类, as 财决01 prints them from 2020 on (26 rows). `formerly` are names of earlier years
 * that a workbook may still print for the same code.
 */
export const functionalClasses = {
  '201': { name: '一般公共服务支出' },
  '202': { name: '外交支出' },
  '203': { name: '国防支出' },
  '204': { name: '公共安全支出' },
  '205': { name: '教育支出' },
  '206': { name: '科学技术支出' },
  '207': { name: '文化旅游体育与传媒支出', formerly: ['文化体育与传媒支出'] },
  '208': { name: '社会保障和就业支出' },
  '210': { name: '卫生健康支出', formerly: ['医疗卫生与计划生育支出', '医疗卫生支出'] },
  '211': { name: '节能环保支出' },
  '212': { name: '城乡社区支出' },
  '213': { name: '农林水支出' },
  '214': { name: '交通运输支出' },
  '215': { name: '资源勘探工业信息等支出', formerly: ['资源勘探信息等支出'] },
  '216': { name: '商业服务业等支出' },
  '217': { name: '金融支出' },
  '219': { name: '援助其他地区支出' },
  '220': { name: '自然资源海洋气象等支出', formerly: ['国土海洋气象等支出'] },
  '221': { name: '住房保障支出' },
  '222': { name: '粮油物资储备支出' },
  '223': { name: '国有资本经营预算支出' },
  '224': { name: '灾害防治及应急管理支出' },
  '229': { name: '其他支出' },
  '231': { name: '债务还本支出' },
  '232': { name: '债务付息支出' },
  '234': { name: '抗疫特别国债安排的支出' },
} as const;

export type FunctionalClass = keyof typeof functionalClasses;
export const functionalClassCodes = Object.keys(functionalClasses) as readonly FunctionalClass[];
