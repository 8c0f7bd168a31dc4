/** Asks for one file; undefined when the user thinks better of it. */
export const chooseFile = (accept: string): Promise<File | undefined> => ask(accept, false).then(([file]) => file);

/** Asks for files; none when the user thinks better of it. */
export const chooseFiles = (accept: string): Promise<readonly File[]> => ask(accept, true);

function ask(accept: string, multiple: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    input.style.display = 'none';
    input.setAttribute('aria-label', '选择文件');
    input.addEventListener('change', () => {
      resolve([...(input.files ?? [])]);
      input.remove();
    });
    input.addEventListener('cancel', () => {
      resolve([]);
      input.remove();
    });
    document.body.append(input);
    input.click();
  });
}
