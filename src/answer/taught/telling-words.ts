const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that carry no content elsewhere, but tell one question from another: `before` and `after`, 上 and 下. */
export const tellingWords = words(`
  only both most more over under into onto out off up down before after until till since within against between
  above below except besides other another last next
  前 后 上 下 内 外 大 多 少 最 太 之前 之后 以前 以后 以内 以外 以上 以下 最多 最少 至多 至少 各 每 同
  二 两 三 四 五 六 七 八 九 十 百 千 万 亿 半 第
`);

/** Words that may stand in one question alone: they ask politely, hesitate or mean the moment anyway. */
export const idleWords = words(`
  exactly actually currently now usually normally generally typically really just also still well hi hello hey thank thanks
  guy everyone anyone somebody anybody someone know tell wonder curious question quick quickly sorry approximately roughly around
  altogether total overall please kindly there here one ones thing would like want wish possibl possible
  isnt arent wasnt werent dont doesnt didnt cant couldnt wont wouldnt shouldnt
  不可以 不能 不准 不许 不得
  i'm i've i'll i'd we're we've we'll you're you've it's
  exact actual current usual normal general typical real everyon anyon somebodi anybodi someon curiou sorri approxim roughli kindli
  currentli exactli actuall usualli normalli generalli typicalli realli altogeth overal quickli
  一般 通常 大概 大约 目前 现在 具体 其实 真的 一共 总共 想 问 知道 了解 大家 各位 有人 这里 那里 这边 你们 请教 问下 求问 平时
  pl plz pls 上 里 内 正常 好像 应该 打算 准备 想要 您好 你好 谢谢 感谢 急 一下 帮忙 是 有 会 要 呀 哦 嗯 喂 话说 顺便 比较 大致 左右 事情 情况
`);

/** So long as a price or a time is asked for, these say nothing more. */
export const idleWith: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["price", words("pai pay spend money charg need 付 花 花费 要花 交 收 收取 元 钱")],
  ["how long", words("take last need 花 用 要 时间 需时 持续 耗时")],
  ["when", words("start-at 时候 开始")],
  ["how", words("go about need 走 该 做 才")],
  ["may", words("bring-along ok okai 行 好 吗")],
  ["must", words("got 得 一定")],
  ["where", words("找到 找 能 可以")],
]);

/** Words that readers swap in a question without meaning another thing, beside the synonym tables of articles. */
export const swappedWords: readonly (readonly string[])[] = [
  ["开门", "开馆", "营业", "开放", "开店", "开张"],
  ["关门", "闭馆", "打烊", "关店", "收工"],
  ["open", "opening"],
  ["found", "founder"],
  ["author", "write", "wrote", "written", "writer"],
  ["创办", "创立", "创始人", "创办人"],
  ["close", "closing", "shut"],
  ["sign up", "register", "registration", "enroll", "enrol", "enrolment"],
  ["报名", "登记", "注册"],
  ["parking", "park"],
  ["密码", "口令"],
  ["phone number", "telephone number", "phone", "telephone"],
  ["电话", "电话号码", "联系电话"],
  ["e-mail", "email", "email address"],
  ["邮箱", "电子邮箱", "电子邮件", "邮件地址"],
  ["wifi", "wi-fi", "无线网络", "无线网"],
  ["dog", "dogs"],
  ["厕所", "卫生间", "洗手间"],
  ["toilet", "restroom", "bathroom", "washroom", "lavatory"],
  ["前", "之前", "以前"],
  ["后", "之后", "以后"],
  ["内", "之内", "以内"],
  ["获取", "取得", "获得"],
  ["每人", "每个人"],
  ["bus", "buses"],
  ["账号", "账户", "帐号", "帐户"],
  ["登录", "登陆", "登入"],
];

/** Words that lead to one another's answers and still ask another thing: each group's stay apart. */
export const wordsApart: readonly (readonly string[])[] = [
  ["dog", "cat", "pet", "animal"],
  ["lend", "borrow", "loan", "credit"],
  ["rent", "let", "sublet", "rent out", "lease"],
  ["today", "now"],
  ["ceo", "director", "manager", "boss", "chairman", "president", "chief executive"],
  ["board", "committee", "council"],
  ["hospital", "clinic", "doctor"],
  ["student", "teacher"],
  ["photo", "painting", "picture", "video"],
  ["bus", "train", "plane", "flight", "car", "vehicle", "subway", "ship", "boat", "ferry"],
  ["breakfast", "lunch", "dinner"],
  ["refund", "exchange", "return"],
  ["ticket", "pass"],
  ["block", "ban", "suspend", "mute", "kick out", "remove"],
  ["president", "prime minister", "king"],
  ["number", "amount"],
  ["song", "album", "record"],
  ["log in", "sign up"],
  ["delete", "block"],
  ["invoice", "receipt"],
  ["check", "bill"],
  ["冷藏", "冷冻"],
  ["借给", "借走", "借出", "借用", "外借", "出借", "转借"],
  ["押金", "定金", "订金"],
  ["经理", "总经理", "总裁", "董事长", "主席"],
  ["教练", "总教练"],
  ["出租", "租赁", "承租", "租房", "转租"],
  ["退货", "换货", "退换", "退款", "退还"],
  ["收费", "付费", "免费"],
  ["火车", "高铁", "列车", "地铁", "公交车", "汽车", "飞机", "班车"],
  ["照片", "视频", "录像"],
  ["医生", "护士", "医院", "诊所"],
  ["发票", "收据", "凭证"],
  ["登录", "注册", "注销"],
  ["禁言", "封号", "封禁", "拉黑", "屏蔽"],
  ["启动", "重启"],
  ["结业", "毕业"],
  ["关门", "倒闭", "破产"],
  ["提前", "推迟"],
  ["儿童", "未成年人", "青年"],
  ["入口", "出口"],
  ["做法", "步骤"],
  ["现在", "目前", "今天"],
  ["申请", "申请表", "申请人"],
  ["原料", "材料", "食材", "配料"],
  ["评价", "评论"],
  ["工资", "奖金"],
];

/** Before these the order of things counts: from Paris to London, 从北京到上海, larger than, 比…大. */
export const orderingWords = words(
  "from to than by before after versus vs instead 从 到 至 往 去 而不是 比 被 把 将 向 离 由 对 给 自",
);
/** Where only one of two questions has one of these, they are different. */
export const strictOrderingWords = words("than by before after 比 被 离");
/** They join what may stand in any order: the price of tickets, tickets' price. */
export const joiningWords = words("of for in at on with about during 's and is are 的 在 对 于 和 与 关于");
