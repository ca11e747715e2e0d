/** What people write in chats without asking anything, one a line. */
export const chats = `
thanks!
thank you so much 🙏
Thx
ty ty
tysm!!
thanks a lot, that helps
great, that helps
ok thanks, that helps!
okay cool thanks
perfect, thank you
awesome 👍
👍
👍👍👍
😂😂
lol
LOL
lmao 😂
hahahaha
haha nice
hehe ok
rofl
XD
:)
:D
<3
thanks @Yuanwen
@Yuanwen thanks
<@123456789012345678> thank you!
thank you bot
good bot
best bot ever
you're the best
you are awesome
you rock
nice one
nice!
sounds good
sounds good to me
ok got it
got it, thanks
gotcha
I see
ah I see, thanks
oh I see now
makes sense
that makes sense, thanks
makes sense now
understood
noted
noted, thanks!
cheers mate
cheers
much appreciated
appreciate it
really appreciate it
never mind
nvm
nvm found it
nevermind, I found it
no worries
no problem
np
all good
all good now
you're welcome
yw
sure
sure thing
yes
yep
yeah
no
nope
no thanks
not really
ok
okay
okk
k
kk
alright
alright then
fair enough
good to know
interesting
very interesting
that's interesting
wow
wow that's cool
omg
no way
really?
hmm
hmm ok
uh ok
good night
gn
bye
bye bye
goodbye!
see you
see you later
cya
have a nice day
brb
thaaanks
thaaaank youuu
yesss
noooo
sooo cool
niiice
loooool
okaaay
hahahahahahaha 🤣
ok.
ok!!!
cool cool
great!
great answer
great job
good job bot
well done
exactly what I needed
that's exactly what I needed
just what I needed
that's what I was looking for
this is very helpful
very helpful, thank you!
super helpful
that was quick
that was fast
impressive
this bot is amazing
love this bot
I love this
i love you bot
congrats
happy new year!
merry christmas everyone
sorry
sorry, wrong channel
oops
my bad
just testing
just kidding
jk
+1
same here
agreed
I agree
true
that's true
indeed
lol true
i guess
i guess so
idk
dunno
whatever
thanks for the help
thanks for the quick answer
thank you for your help!
thanks for explaining
thanks for clarifying
thanks in advance
ok thx bye
thank you very much, have a great day!
Thanks everyone
hi
hi!
hello
Hello there
hey
hey bot
hi @Yuanwen
hello everyone
good morning
good evening
yo
sup
what's up
how are you
how are you?
how's it going?
are you there?
anyone here?
who are you
who are you?
what are you
what is your name?
are you a bot?
are you human?
what can you do
what can you do?
what do you do?
how do I use you?
help
help!
help me
help please
can you help me?
I need help
I have a question
can I ask you something?
hello, can you help me
hey, quick question
tell me about yourself
谢谢
谢谢！
謝謝
謝謝你
多谢
多謝
感谢
感謝！
非常感谢
十分感謝
谢谢啦
谢啦
谢了
谢谢你的帮助
谢谢您的回答
谢谢解答
谢谢机器人
謝謝機器人
谢谢大佬
谢谢，很有帮助
太感谢了
3q
thx啦
哈哈
哈哈哈哈哈
哈哈 好的
嘿嘿
呵呵
嘻嘻
笑死
笑死我了
笑死 😂
233
23333
666
66666
hhh
hhhhhh
好
好的
好的，谢谢
好的，謝謝
好的呢
好滴
好嘞
好吧
好哦
好喔
嗯
嗯嗯
嗯嗯好的
哦
哦哦
哦哦明白了
噢原来如此
ok的
okok
收到
收到，谢谢
收到！
明白
明白了
明白了，谢谢！
懂了
懂了懂了
我懂了
了解
了解了
瞭解，謝謝
知道了
知道了谢谢
我知道了
原来如此
原來如此！
原来是这样啊
这样啊
這樣喔
怪不得
难怪
学到了
长知识了
厉害
厉害了
太厉害了
好厉害啊
牛
牛逼
太棒了
真棒
你真棒
你真聪明
好棒喔
好強
赞
讚
讚啦
给力
不错
不錯喔
很不错
很好
好用
有用
很有用
很有帮助
没事了
没事
沒事了
没问题
没有了
没有别的问题了
不用了
不用谢
不客气
算了
晚安
晚安啦
拜拜
掰掰
再见
再見
明天见
下次见
辛苦了
辛苦啦
对
对的
是的
是啊
没错
不是
不对
行
行吧
可以
可以的
确实
的確
有道理
有意思
太好了
好耶
哇
哇好厉害
真的吗
真的假的
不会吧
对不起
抱歉
不好意思，打错了
不好意思
我看看
我试试
我去试试，谢谢
稍等
你好
你好！
您好
哈喽
嗨
嗨 你好
大家好
早
早安
早上好
早上好呀
晚上好
在吗
在吗？
在不在
在嗎
有人吗
你是谁
你是谁？
你是誰
你是机器人吗
你叫什么名字
你能做什么
你能做什么？
你會做什麼
你可以做什麼
你有什么功能
怎么用你
帮助
帮帮我
帮我一下
我有个问题
请问一下
你好，请问
介绍一下你自己
你好，在吗
谢谢 晚安
好的 收到 谢谢
ok谢谢
OK，懂了
nice 谢谢
谢谢 @原文
❤️
🎉🎉🎉
<:thumbsup:123456789012345678>
<a:party:123456789012345678> thanks
:thumbsup:
thank u ❤️
good point
good one
lgtm
yay!
woohoo
aww thanks
phew
all set, thanks
that's all, thanks
that's all for now
that will be all
no more questions
works for me
it works!
it worked, thanks!
that worked
that answers my question
that answers it, thanks
problem solved
perfect!
`;

/** Questions and key words that hold words of small talk, one a line. */
export const questionsLikeChats = String.raw`
What does thanks mean in the article?
谁说了谢谢
help desk hours
ok button colour
礼貌
greetings
Help desk
why?
为什么?
and then?
no, the other one
thanks, and what about Google?
谢谢，那谷歌呢？
好的，那价格呢
然后呢
还有吗
more
what?
who?
还有呢
那呢
anything else?
can you read files?
what can members do
你们几点开门
你好是什么意思
hello world
peace
fire
sick leave
copy
垃圾
ok 按钮
谢谢的由来
how are refunds handled
who are you allowed to lend to
good faith
nice weather rule
right of way
no smoking
no dogs
sorry clause
fine
fine for late return
fair use
对不起怎么说
对账
好评率
好的员工
可以带狗吗
可以吗
可以吗？
是谁
行李
收到多少钱
了解更多
明白人
厉害了我的国
不错的选择
早上
晚上
早餐
使用方法
怎么用
如何使用
how to use
how does it work
what do I do
what do I do if it breaks
加油
签到
88
123
2024
what is 666
666 是什么意思
ok and then?
ok, why?
好的为什么
好的，然后呢
thanks but why
谢谢，还有吗
thx, more
hi, what is Gemini?
hello, who is Zuckerberg
你好，Gemini是什么
你好 请问几点开门
在吗，我想问押金多少
谢谢，请问押金呢
what is the bot's name
who are you guys talking about
what can you do with a drill
are you open?
are you open on Sunday
is anyone allowed in
do you have drills
how do I use the drill
how do I use this
help with returns
return
welcome
Welcome message
Copyright
Word
no refunds
no problem areas
sure start
never mind the gap
thank you note
thank you letter
thanksgiving
好人卡
牛肉
赞助
强制执行
行政处罚
对比
是非
中国
哈利波特
哈尔滨
谢霆锋
安全
早退
早退怎么办
再见列宁是谁导演的
晚安曲
收到通知后几天内缴费
没问题的产品
真的假的药品
我懂的人
你的名字
你的名字导演是谁
你是谁的员工
你能做什么工作
你会什么乐器
ha long bay
lol league of legends
yes or no questions
OK Corral
KO
goodbye lenin
god
bye law
byelaws
mark
get
dd
Mark
Mark Zuckerberg
123 456
这个链接 https://example.com 是什么
example.com
C++
-5%是什么
$PATH
.gitignore
/etc/passwd
/ask what is Gemini
!important 是什么意思？
1
§2
2.1
第二章
???什么
quote
random
summary
总结
摘要
专业
这个专业
智能
智能真的好吗
香
快
ok google
OK Google 是什么
thank god
thankfully
hi-fi
hi tech
hey jude
good morning america
morning
evening
night
good friday
good night kiss
nice (city)
nice france
cool down time
sweet spot
great wall
great britain
perfect score
awesome oscillator
gg plot
omg framework
yes bank
no man's land
right
left
surety
true crime
love it or hate it
bye-law 3
cheers bar
later payment
see you at the end
help line
help wanted
help centre
帮助中心
帮助文件
谢谢惠顾
感谢信
你好李焕英
嗨皮牛奶
早安少女组
晚安电台
哈哈镜
呵呵哒是什么意思
嘻嘻网
老师
助手
机器人
机器人怎么用
bot
bots
the bot
AI
ai 是什么
原文
原文在哪里
你说什么
什么意思
哪里
多少
几点
谁
没有吗
不行吗
不对吗
对吗
好吗
行吗
没问题吗
明白了吗
解决了吗
收到了吗
知道吗
可以了吗
不用了吗
`;
