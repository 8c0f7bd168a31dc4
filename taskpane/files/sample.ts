import nowUrl from '../../assets/samples/sample-2024-faults.xlsx';
import beforeUrl from '../../assets/samples/sample-2023.xlsx';
import supplement from '../../assets/samples/sample-2024-supplement.json';

function bytesOf(dataUrl: string): Uint8Array {
  const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/** The bundled pair of made-up workbooks, with a few faults put in, and what a person would have supplied. */
export const sample = () => ({
  now: { file: '示例-2024年度部门决算.xlsx', bytes: bytesOf(nowUrl) },
  before: { file: '示例-2023年度部门决算.xlsx', bytes: bytesOf(beforeUrl) },
  supplement: { file: '示例补充信息.json', content: supplement as unknown },
});
