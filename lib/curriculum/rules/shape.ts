import type { RuleRoom } from './rule';

/** What every file must be before it means anything. */
export const shapeRules = {
  yaml: { says: 'a YAML file can be read', zh: 'YAML文件读得出来' },
  'unknown-key': { says: 'every key is one that the file may have', zh: '每个键都是这个文件可以有的' },
  'missing-key': { says: 'what must be there is there', zh: '该有的键都有' },
  'unknown-value': { says: 'a value is one of those that are allowed', zh: '值在允许的范围里' },
  'wrong-type': { says: 'a value is of the kind that is asked for', zh: '值的类型对得上' },
  'wrong-form': { says: 'an id, an address, a file name has its form', zh: 'id、地址、文件名的写法对' },
  'out-of-range': { says: 'a number or a length lies within its limits', zh: '数值和长度在界限以内' },
  'wrong-name': { says: 'a name can be a name here', zh: '这里的名字合规矩' },
  'wrong-value': { says: 'a value makes sense beside the others', zh: '值和旁边的内容说得通' },
  'unknown-file': { says: 'every file is read by something', zh: '每个文件都有人读' },
  'missing-file': { says: 'every file that another one needs is there', zh: '别处要用的文件都在' },
  'missing-folder': { says: 'a content folder that is named is there', zh: '写了名字的课程文件夹都在' },
  'folder-name': { says: 'a folder’s name is its address', zh: '文件夹的名字就是地址' },
  'duplicate-id': { says: 'an id belongs to one thing', zh: '一个id只属于一样东西' },
  'unknown-id': { says: 'an id that is named exists', zh: '提到的id都存在' },
  'placed-twice': { says: 'a question or task stands once in a lesson', zh: '一道题或一个任务在一课里只放一次' },
  frontmatter: { says: 'a text begins with its title and lede', zh: '课文以标题和导语开头' },
  'yaml-duplicate-key': { says: 'a key is written once', zh: '一个键只写一次' },
  'yaml-tab': { says: 'YAML is indented with spaces', zh: 'YAML用空格缩进' },
  'yaml-colon': { says: 'words with ": " in them stand in quotes', zh: '含有“: ”的文字要加引号' },
  'yaml-comma': {
    says: 'words with a comma in them stand in quotes within { }',
    zh: '在{ }里，含有逗号的文字要加引号',
  },
  'yaml-comment': {
    says: 'words with " #" in them stand in quotes, or the rest would be a comment',
    zh: '含有“ #”的文字要加引号，否则后面都成了注释',
  },
  'yaml-plain': {
    says: 'words that look like a number, true or nothing stand in quotes',
    zh: '看着像数字、true或空值的文字要加引号',
  },
  'yaml-boolean': { says: 'yes and no are written true and false', zh: '是与否写成true和false' },
  'yaml-number': { says: 'a number is read as it is written', zh: '数怎么写就怎么读' },
  'yaml-documents': { says: 'a YAML file has one document', zh: '一个YAML文件只有一份文档' },
  'yaml-tag': {
    says: 'no YAML tags: words that begin with "!" stand in quotes',
    zh: '不用YAML标签：以“!”开头的文字要加引号',
  },
  'yaml-escape': {
    says: 'a backslash within "…" is written twice, or the text stands in single quotes',
    zh: '双引号里的反斜杠写两个，或者改用单引号',
  },
  'yaml-alias': { says: 'aliases stand for a hundred copies at most', zh: '别名最多展开一百份' },
  'frontmatter-open': {
    says: 'the "---" above title and lede is answered by one below',
    zh: '标题和导语上面有“---”，下面也要有',
  },
  'frontmatter-place': { says: 'title and lede are the very first of the file', zh: '标题和导语放在文件最前面' },
  'not-utf8': { says: 'a file is saved as UTF-8', zh: '文件存成UTF-8' },
  'not-a-file': { says: 'content is plain files: no links, no devices', zh: '课程内容是普通文件，不是链接或设备' },
  'too-large': {
    says: 'a text has at most 0.5 MB and 20,000 lines, a YAML file or a drawing 1 MB, a picture 20 MB',
    zh: '课文不超过0.5 MB、2万行，YAML文件和矢量图不超过1 MB，图片不超过20 MB',
  },
} as const satisfies RuleRoom;
