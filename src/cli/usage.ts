/** Text of --help. */
export const usage = (
  profiles: readonly { readonly id: string; readonly name: string }[],
): string => `决算说明助手：核对部门决算报表，生成情况说明。不联网，不改动输入文件。

用法
  juesuan check  工作簿…  [--prior 上年工作簿] [--supplement 补充信息.json] [--profile 口径] [--format text|json]
  juesuan report 工作簿   [--prior 上年工作簿] [--supplement 补充信息.json] [--profile 口径] [--tables] [--whole] --out 文件夹 [--format text|json]
  juesuan report 工作簿…  --out 文件夹
  juesuan check  文件夹
  juesuan report 文件夹   --out 文件夹
  juesuan proof  情况说明… [--workbook 工作簿] [--prior 上年工作簿] [--supplement 补充信息.json] [--out 文件夹] [--format text|json]
  juesuan proof  文件夹   --out 文件夹
  juesuan proof  新稿 --against 旧稿 [--format text|json]
  juesuan roll   上年说明.docx --workbook 本年工作簿 [--prior 上年工作簿] [--supplement 补充信息.json] --out 文件夹 [--format text|json]
  juesuan consolidate 汇总表 --units 工作簿或文件夹… [--out 文件夹] [--format text|json]
  juesuan consolidate --units 工作簿或文件夹… --name 部门 --out 文件夹
  juesuan learn  情况说明.docx --workbook 同年工作簿 [--prior 再上一年工作簿] [--supplement 补充信息.json] [--out 文件夹] [--format text|json]

命令
  check     核对勾稽关系，列出问题和检查台账
  report    核对并生成情况说明；一次给多个工作簿时每个单位一个文件夹，另有一份汇总
  proof     校对成稿的情况说明（.docx、.txt，或有“情况说明”工作表的工作簿）；有 --out 时把意见作为批注写进 Word 文件副本
  learn     从单位自己的情况说明学口径（章节、用语、小数、列法）；先看学到了什么，加 --out 才存成口径文件
  roll      承上年：把上年的情况说明（.docx 或 .txt）改成本年的，改动都是修订，拿不准的地方加批注；
            没有 --prior 时，上年的数取自文档里的公开表和本年 CS02 表的上年数，证明不了的数加批注
  consolidate 汇总核对：汇总表的每一格与各单位合计比较，说明哪个单位漏了、重了、版本旧了，或哪一格改错了；有 --out 时另由各单位
              生成 <部门>-汇总.xlsx

选项
  --prior 文件          上年同一单位的决算报表工作簿，用于与上年比较
  --supplement 文件     补充信息（JSON），内容与“补充信息”工作表相同，以本文件为准
  --profile 口径        情况说明的口径（也决定与哪个预算数核对），默认 ${profiles[0]?.id ?? ''}
${profiles.map(({ id, name }) => `                          ${id}  ${name}`).join('\n')}
                          或口径文件（.json，learn 生成）
  --against 文件        数字锁定：与旧稿比较，证明数字、单位、年度和增减方向没有改变
  --units 文件…         各单位的工作簿，或放着它们的文件夹；可以写多个
  --name 部门           没有汇总表、由各单位生成时，写部门名称
  --out 文件夹          输出文件夹，没有就新建
  --tables              Word 文件在说明之后附公开附表（万元，横排，只附有数据的表）
  --whole               另生成整本：封面、目录、概况、情况说明、名词解释、绩效自评、附表（Word），和公开表（Excel）
  --without 部分        整本中略去的部分，如 --without 绩效自评,附表
  --last 文件           上年公开的整本（.docx 或 .txt），从中沿用主要职责和机构设置
  --format text|json    标准输出的格式，默认 text
  --choose 表号=工作表  同一张表有两份时，指定用哪一份，例如 --choose "Z04=Z04 (2)"
  --allow-renamed-unit  上年单位名称不同，确认是同一单位更名
  --jobs 个数           给出文件夹时同时用几个线程，默认每个处理器核一个
  --help, --version

工作簿可以是 .xlsx 或 .xls（也读 .xlsb、.ods 和“XML 表格 2003”）。report 生成 <名称>-情况说明.xlsx（工作簿副本，附情况说明、数据溯源、核对结果、补充信息
四张工作表和错误标记）、.docx、.txt 和 report.json，要么全部生成，要么一个也不生成。

给出文件夹时处理其中（含下级文件夹）的全部工作簿：按表内的编制单位和年度自动配对本年与上年；每个单位单独成败，
一个读不了不影响其他；再次运行时，输入没有变的单位沿用上次的结果。report 另生成 汇总.xlsx、汇总.txt 和 汇总.json。

退出码
  0  没有不平的强制公式（校对：没有错误；数字锁定：没有改变）    1  至少一处    2  输入无法使用或参数有误（不写任何文件）
  3  文件夹中有工作簿无法使用，其余已全部完成

环境变量
  JUESUAN_SECONDS=60  打开一个文件最多用的处理器秒数（默认 10；核对和生成一个单位是它的三倍），超过就停下并说明是哪个文件
  JUESUAN_DEBUG=1     程序错误附带调用栈
`;
