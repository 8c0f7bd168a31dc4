import { escapeAttribute } from '../../ooxml/xml-text';

interface Message {
  readonly title: string;
  readonly message: string;
}

export const promptAttributes = ({ title, message }: Message): string =>
  ` promptTitle="${escapeAttribute(title)}" prompt="${escapeAttribute(message)}"`;

/** A validation that says something when the cell is selected, and forbids nothing. */
export const messageXml = (cells: string, said: Message, prefix = ''): string =>
  `<${prefix}dataValidation allowBlank="1" showInputMessage="1" sqref="${cells}"${promptAttributes(said)}/>`;
