/** Asks for texts: .docx or .txt; others are refused with what to do. Empty when the user thinks better of it. */
export function chooseTexts(many: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.docx,.txt,.doc,.pdf,.wps';
    input.multiple = many;
    input.style.display = 'none';
    input.setAttribute('aria-label', '选择要校对的文件');
    const done = (files: readonly File[]): void => {
      resolve(files);
      input.remove();
    };
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done([]));
    document.body.append(input);
    input.click();
  });
}
