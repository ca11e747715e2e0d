/** No advertisement is longer, in characters. */
const LONGEST = 80;

/** What sites that copy novels and news write between the lines; each takes the whole line. */
const CHINESE = [
  "本(?:章|节|節|页|頁)(?:未完|还没有结束|還沒有結束|没有结束).{0,30}",
  "(?:请|請)?(?:点击|點擊|点|按)(?:下一[页頁章]|[這这](?:里|裡|裏)).{0,20}(?:继续|繼續)?(?:阅读|閱讀|观看|觀看)?.{0,6}",
  "(?:请|請)?(?:记住|記住|收藏|牢记|牢記)(?:本|我们的|我們的)(?:站|书|書|网站|網站|小说网|域名).{0,40}",
  "(?:天才)?一秒(?:钟|鐘)?(?:就)?(?:记住|記住).{0,40}",
  "(?:手机|手機)(?:用户|用戶|版|端)?(?:请|請)?(?:浏览|瀏覽|访问|訪問|阅读|閱讀)(?:[:：]?[a-z\\d.]{3,40}|器).{0,40}",
  "(?:最新|本站)(?:网址|網址|域名|地址).{0,40}",
  "(?:无弹窗|無彈窗|无广告|無廣告).{0,20}(?:阅读|閱讀|小说|小說).{0,20}|.{0,20}(?:更新最快|最快更新|首发域名|首發域名).{0,20}",
  "(?:喜欢|喜歡).{1,30}(?:请|請)大家收藏.{0,40}",
  "(?:点击|點擊|立即|马上|馬上)(?:订阅|訂閱|关注|關注|下载|下載|购买|購買|咨询|諮詢|报名|報名|领取|領取).{0,16}",
  "(?:扫码|掃碼|长按|長按|扫一扫|掃一掃|扫描|掃描|识别|識別).{0,10}(?:关注|關注|二维码|二維碼|QR ?code|加入|下载|下載|领取|領取).{0,16}",
  "(?:欢迎|歡迎|请|請)(?:关注|關注|订阅|訂閱)(?:我们|我們|本站|本号|本號)?的?(?:微信|公众号|公眾號|频道|頻道|微博).{0,20}",
  "(?:求|投)(?:月票|推荐票|推薦票|收藏|订阅|訂閱|打赏|打賞).{0,12}",
  "(?:上一[章页頁]|下一[章页頁]|返回(?:目录|目錄|书页|書頁)|加入(?:书签|書籤)|章节(?:目录|错误)|章節(?:目錄|錯誤))(?:[\\s|｜←→·]{0,4}(?:上一[章页頁]|下一[章页頁]|返回(?:目录|目錄|书页|書頁)|加入(?:书签|書籤)|目录|目錄|章节目录|章節目錄)){0,4}",
  "[-—*【\\[（(\\s]{0,4}(?:广告|廣告|赞助内容|贊助內容|推广|推廣)[-—*】\\]）)\\s]{0,4}",
  "(?:广告|廣告)(?:后|後|之后|之後)?(?:继续|繼續)(?:阅读|閱讀)?|(?:文章|内容|內容)(?:未完|在广告后继续|在廣告後繼續).{0,12}",
];
const ENGLISH = [
  "[-—*[(\\s]{0,4}(?:paid |sponsored )?(?:advertisements?|advertising|advertorial|sponsored(?: content| post| by .{1,30})?|promoted(?: content)?)[-—*\\])\\s]{0,4}",
  "(?:article|story|content) continues (?:below|after)(?: (?:this |the )?(?:advertisement|ad|newsletter.{0,20}))?",
  "(?:scroll|keep scrolling|scroll down) (?:down )?(?:to|for) (?:continue|more|read).{0,30}",
  "(?:click|tap) here (?:to|for|and) (?:subscribe|sign up|join|read|download|buy|get|register|learn more|see more|follow).{0,50}",
  "click here[.!]?",
  "(?:subscribe|sign up)(?: now| here| today| to| for)(?: (?:our|the|free|daily|weekly|get|receive)\\b.{0,60})?[.!]?",
  "(?:follow|like|join|find) us on (?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|tiktok|discord|threads|bluesky).{0,40}",
  "(?:download|get) our (?:free )?app\\b.{0,30}",
  "(?:read more|read also|also read|see also|continue reading|related (?:articles?|stories|posts)|recommended for you|you may (?:also )?like|most read)[:.…]{0,3}",
  "(?:skip|close) (?:this )?(?:ad|advertisement)",
];
const ADVERTISEMENT = new RegExp(`^(?:${[...CHINESE, ...ENGLISH].join("|")})[!！。.,，~…>»\\s]{0,4}$`, "iu");

/** Tells whether a whole line advertises, or leads through the site that it was copied from. */
export function isAdvertisement(text: string): boolean {
  return text.length <= LONGEST && ADVERTISEMENT.test(text);
}
