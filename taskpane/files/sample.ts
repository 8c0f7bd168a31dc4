import nowUrl from '../../assets/samples/sample-2024.xlsx';
import beforeUrl from '../../assets/samples/sample-2023.xlsx';

function bytesOf(dataUrl: string): Uint8Array {
  const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/** The bundled pair of made-up workbooks. */
export const sample = () => ({
  now: { file: '示例单位-2024年度部门决算.xlsx', bytes: bytesOf(nowUrl) },
  before: { file: '示例单位-2023年度部门决算.xlsx', bytes: bytesOf(beforeUrl) },
});
