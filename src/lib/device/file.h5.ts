/** The browser's stand-ins: a file input and a download. */
export interface Picked {
  path: string;
  name: string;
  size: number;
}

export const pickPictures = (most: number): Promise<Picked[]> => pick(most, 'image/jpeg,image/png');

export const pickFiles = (most: number, extensions: string[]): Promise<Picked[]> =>
  pick(most, extensions.map((extension) => `.${extension}`).join(','));

export const forget = (path: string): void => URL.revokeObjectURL(path);

export function openFile(url: string, name: string): Promise<void> {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.target = '_blank';
  link.click();
  return Promise.resolve();
}

function pick(most: number, accept: string): Promise<Picked[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = most > 1;
    input.style.display = 'none';
    document.body.append(input);
    const done = (files: File[]) => {
      input.remove();
      resolve(
        files
          .slice(0, most)
          .map((file) => ({ path: URL.createObjectURL(file), name: file.name, size: file.size })),
      );
    };
    input.addEventListener('change', () => done(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => done([]));
    input.click();
  });
}
