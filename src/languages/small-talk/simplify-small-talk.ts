/** A Traditional character with the Simplified one, for all that the Chinese phrases are made of. */
const PAIRS = `
乾干 亂乱 來来 係系 個个 們们 倖幸 傢家 傷伤 儘尽 優优 兒儿 別别 剋克 創创 勁劲 勞劳 勢势 厲厉 吶呐 員员 問问 喫吃 喲哟 嗎吗 嗚呜 嘍喽 噠哒 噹当 嚶嘤 圍围 夠够 夢梦
夥伙 奧奥 媽妈 學学 實实 寫写 寶宝 專专 對对 嵗岁 師师 幫帮 幹干 幾几 強强 彆别 後后 從从 復复 愛爱 慮虑 應应 懞蒙 擾扰 攪搅 敎教 時时 暫暂 曉晓 會会 東东 査查 業业
極极 榦干 樂乐 樓楼 樣样 機机 歐欧 歡欢 歲岁 氣气 決决 沒没 沖冲 況况 淺浅 測测 準准 滾滚 漲涨 潰溃 濛蒙 為为 無无 煩烦 爛烂 爲为 獃呆 當当 發发 盡尽 眞真 睏困 矇蒙
確确 碼码 禮礼 箇个 節节 級级 細细 紹绍 結结 絕绝 給给 絶绝 綫线 綵彩 緊紧 線线 繫系 繼继 續续 纍累 羅罗 羣群 習习 翫玩 聖圣 聰聪 聽听 脣唇 臉脸 臥卧 興兴 萬万 蠻蛮
衕同 衚胡 衝冲 裏里 裡里 複复 見见 親亲 覺觉 觀观 記记 評评 試试 話话 該该 詳详 認认 誒诶 誕诞 語语 說说 説说 誰谁 請请 諒谅 謂谓 講讲 謝谢 識识 譜谱 議议 讀读 讓让
讚赞 貝贝 財财 貴贵 貼贴 賀贺 贊赞 迴回 這这 週周 運运 過过 還还 醬酱 釋释 針针 錯错 鍼针 鐵铁 長长 閃闪 閉闭 開开 閱阅 閲阅 關关 隨随 隻只 離离 難难 鞦秋 頂顶 順顺
須须 頭头 頻频 題题 額额 風风 飄飘 飯饭 餓饿 餵喂 馬马 駕驾 驢驴 髮发 鬍胡 鬚须 鴨鸭 麪面 麫面 麵面 麼么 麽么 瞭了 帥帅 點点 衹只 著着`;

const simplified = new Map(
  PAIRS.split(/\s+/u).flatMap((pair): [string, string][] => (pair === "" ? [] : [[pair.charAt(0), pair.charAt(1)]])),
);

/** Writes small talk in Simplified characters: a small table of its own, since no word of an article depends on it. */
export function simplifySmallTalk(text: string): string {
  return text.replaceAll(/\p{Script=Han}/gu, (character) => simplified.get(character) ?? character);
}
