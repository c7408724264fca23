import type { Locale } from './locale';

/** The words pseudonyms are made of: a colour, an animal. Codes are the English words; a word that was ever given is never taken out. */
const colours: Readonly<Record<string, string>> = {
  amber: '琥珀',
  apricot: '杏色',
  azure: '天蓝',
  beige: '米色',
  bronze: '古铜',
  cherry: '樱红',
  chestnut: '栗色',
  copper: '铜色',
  coral: '珊瑚',
  cream: '奶油',
  crimson: '绯红',
  emerald: '祖母绿',
  golden: '金色',
  green: '绿色',
  hazel: '榛色',
  indigo: '靛蓝',
  ivory: '象牙',
  jade: '翡翠',
  lemon: '柠檬',
  lilac: '丁香',
  lime: '青柠',
  maroon: '栗红',
  mint: '薄荷',
  moss: '苔绿',
  navy: '藏青',
  ochre: '赭石',
  olive: '橄榄',
  orange: '橙色',
  pearl: '珍珠',
  plum: '梅紫',
  purple: '紫色',
  rose: '玫瑰',
  ruby: '红宝石',
  russet: '赤褐',
  saffron: '藏红',
  sapphire: '蓝宝石',
  scarlet: '朱红',
  silver: '银色',
  sky: '碧空',
  teal: '水鸭绿',
  topaz: '黄玉',
  turquoise: '松石',
  violet: '堇色',
  walnut: '胡桃',
  wheat: '麦色',
  white: '白色',
  yellow: '黄色',
};

const animals: Readonly<Record<string, string>> = {
  albatross: '信天翁',
  alpaca: '羊驼',
  antelope: '羚羊',
  badger: '獾',
  beaver: '河狸',
  bison: '野牛',
  camel: '骆驼',
  carp: '鲤鱼',
  cheetah: '猎豹',
  cicada: '知了',
  crane: '仙鹤',
  cricket: '蟋蟀',
  deer: '小鹿',
  dolphin: '海豚',
  dragonfly: '蜻蜓',
  duck: '鸭子',
  eagle: '雄鹰',
  elephant: '大象',
  elk: '驼鹿',
  falcon: '隼',
  finch: '雀',
  firefly: '萤火虫',
  fox: '狐狸',
  gazelle: '瞪羚',
  gecko: '壁虎',
  gibbon: '长臂猿',
  giraffe: '长颈鹿',
  goose: '大雁',
  hare: '野兔',
  hawk: '苍鹰',
  hedgehog: '刺猬',
  heron: '苍鹭',
  horse: '骏马',
  ibis: '朱鹮',
  kingfisher: '翠鸟',
  koala: '考拉',
  lark: '云雀',
  leopard: '花豹',
  lion: '狮子',
  llama: '大羊驼',
  lynx: '猞猁',
  magpie: '喜鹊',
  marten: '貂',
  otter: '水獭',
  owl: '猫头鹰',
  panda: '熊猫',
  panther: '黑豹',
  parrot: '鹦鹉',
  pelican: '鹈鹕',
  penguin: '企鹅',
  puffin: '海鹦',
  rabbit: '兔子',
  raven: '渡鸦',
  robin: '知更鸟',
  salmon: '鲑鱼',
  seal: '海豹',
  sparrow: '麻雀',
  squirrel: '松鼠',
  starling: '椋鸟',
  stork: '白鹳',
  swallow: '燕子',
  swan: '天鹅',
  tiger: '老虎',
  turtle: '海龟',
  whale: '鲸鱼',
  wolf: '狼',
  wren: '鹪鹩',
  zebra: '斑马',
};

export const pseudonymColours = Object.keys(colours);
export const pseudonymAnimals = Object.keys(animals);

/** `sayPseudonym('amber-otter-12', 'en') === 'Amber Otter 12'`, in Chinese 琥珀水獭12. What is no pseudonym of ours is said as it stands. */
export function sayPseudonym(code: string, locale: Locale): string {
  const [colour = '', animal = '', number = ''] = code.split('-');
  if (locale === 'zh')
    return Object.hasOwn(colours, colour) ? `${colours[colour]}${animals[animal] ?? animal}${number}` : code;
  return [colour, animal, number].filter(Boolean).map(capital).join(' ');
}

/** What somebody typed to find a pseudonym, as a piece of its code: `'Amber ot' → 'amber-ot'`, `'琥珀水獭' → 'amber-otter'`. */
export function pseudonymPiece(typed: string): string {
  let text = typed.trim().toLowerCase();
  for (const words of [colours, animals])
    for (const [code, word] of longestFirst(words)) text = text.replace(word, `-${code}-`);
  return text.replace(/[\s-]+/g, '-').replace(/^-|-$/g, '');
}

function longestFirst(words: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(words).sort(([, one], [, other]) => other.length - one.length);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
