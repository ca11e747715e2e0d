/** Questions in languages that are not read, with their codes, one a line. */
export const unreadQuestions = `
ar	ما هو موضوع المقال؟
ca	Quant costa la subscripció?
ca	qui és Mark Zuckerberg
cs	Kolik stojí předplatné?
cs	Mohu si vzít psa?
cs	O čem je ten text?
cs	V kolik zavíráte?
cs	co je Gemini
cs	kde je knihovna
cs	kdo je Mark Zuckerberg
da	Hvad handler teksten om?
da	Hvad koster abonnementet?
da	hvem er Mark Zuckerberg
da	hvorfor købte Meta Gemini
de	Darf ich einen Hund mitbringen?
de	Kannst du den Artikel zusammenfassen?
de	Um wie viel Uhr schließt ihr?
de	Was ist Gemini?
de	Was kostet das Abo?
de	Was passiert, wenn ich zu spät zurückgebe?
de	Welche Werkzeuge kann man ausleihen?
de	Wer ist Mark Zuckerberg?
de	Wie kann ich ein Werkzeug ausleihen?
de	Wie viele Menschen arbeiten bei Google?
de	Wo ist die Bibliothek?
de	Worum geht es in dem Text?
de	sprichst du deutsch
de	wann öffnet der Laden
de	warum hat Meta Gemini gekauft
de	wer hat das geschrieben
el	Τι λέει το άρθρο;
es	Cuando abre la tienda
es	Cuántas herramientas puedo llevar?
es	Me puedes ayudar con una duda
es	a qué hora cierra
es	como puedo pedir prestada una herramienta
es	donde está la biblioteca
es	hablas español?
es	por qué Meta compró Gemini
es	que es Gemini
es	quien es Mark Zuckerberg
es	¿Cuánto cuesta la suscripción?
es	¿De qué trata el texto?
es	¿Hay multa por devolver tarde?
es	¿Qué dice el artículo sobre Google?
fi	Kuka on Mark Zuckerberg?
fi	Mistä teksti kertoo?
fi	Paljonko tilaus maksaa?
fi	Saanko ottaa koiran mukaan?
fi	missä kirjasto on
fr	C'est quoi Gemini ?
fr	Combien ça coûte ?
fr	Comment puis-je emprunter un outil ?
fr	De quoi parle le texte ?
fr	Est-ce que je peux rendre un outil en retard ?
fr	Quand ouvre le magasin ?
fr	Que pensent les auteurs de cette décision ?
fr	Quelle est la capitale de la France ?
fr	Qui a écrit cet article ?
fr	Y a-t-il des frais de retard ?
fr	où se trouve la bibliothèque
fr	peux-tu m'aider
fr	pourquoi Meta a licencié des employés
fr	qui est Zuckerberg
fr	À quelle heure ferme la bibliothèque ?
he	על מה המאמר?
hi	यह लेख किस बारे में है?
hu	Mennyibe kerül az előfizetés?
hu	Miről szól a szöveg?
hu	hol van a könyvtár
hu	ki az a Mark Zuckerberg
id	Berapa harga langganan?
id	Bolehkah saya membawa anjing?
id	Jam berapa tutup?
id	Siapa yang menulis artikel ini?
id	Tentang apa teks ini?
id	apa itu Gemini
id	bagaimana cara meminjam alat
id	di mana perpustakaan
id	kapan toko buka
id	mengapa Meta membeli Gemini
id	siapa Mark Zuckerberg
it	A che ora chiude?
it	C'è una multa per il ritardo?
it	Chi ha scritto questo articolo?
it	Di cosa parla il testo?
it	Posso portare il mio cane?
it	Quando apre il negozio?
it	Quanto costa l'abbonamento?
it	che cos'è Gemini
it	chi è Mark Zuckerberg
it	come posso prendere in prestito un attrezzo
it	dove si trova la biblioteca
it	perché Meta ha comprato Gemini
ja	Geminiとは何ですか
ja	この記事は何についてですか
ja	メタはなぜジェミニを買収したのか
ja	営業時間は？
ja	東京都庁舎の建設費用はいくらですか？
ja	誰が書いたの？
ko	Gemini는 무엇인가요
ko	이 글은 무엇에 관한 것입니까?
nl	Hoe laat sluit de winkel?
nl	Hoeveel kost het abonnement?
nl	Is er een boete voor te laat inleveren?
nl	Mag ik mijn hond meenemen?
nl	Waar gaat de tekst over?
nl	Wanneer gaat de winkel open?
nl	hoe kan ik gereedschap lenen
nl	waar is de bibliotheek
nl	waarom heeft Meta Gemini gekocht
nl	wie is Mark Zuckerberg
no	Hva handler teksten om?
no	hvordan kan jeg låne verktøy
pl	Czy mogę zabrać psa?
pl	Ile kosztuje abonament?
pl	Kiedy otwiera się sklep?
pl	Kto napisał ten artykuł?
pl	O czym jest tekst?
pl	O której zamykacie?
pl	co to jest Gemini
pl	dlaczego Meta kupiła Gemini
pl	gdzie jest biblioteka
pl	kto to jest Mark Zuckerberg
pt	A que horas fecha?
pt	Do que trata o texto?
pt	Existe multa por atraso?
pt	Posso levar meu cachorro?
pt	Qual foi a receita do Google no segundo trimestre?
pt	Quando abre a loja?
pt	Quanto custa a assinatura?
pt	o que é Gemini
pt	onde fica a biblioteca
pt	por que a Meta comprou o Gemini
pt	quem é Mark Zuckerberg
pt	você fala português?
ro	Cât costă abonamentul?
ro	Despre ce este textul?
ro	La ce oră se închide?
ro	Pot să aduc câinele?
ro	ce este Gemini
ro	cine este Mark Zuckerberg
ro	de ce a cumpărat Meta Gemini
ro	unde este biblioteca
ru	Кто такой Цукерберг
ru	О чём эта статья?
sv	Får jag ta med min hund?
sv	När stänger ni?
sv	När öppnar butiken?
sv	Vad handlar texten om?
sv	Vad kostar prenumerationen?
sv	Vem skrev artikeln?
sv	vad är Gemini
sv	var ligger biblioteket
sv	varför köpte Meta Gemini
sv	vem är Mark Zuckerberg
th	บทความนี้เกี่ยวกับอะไร
tl	Magkano ang subscription?
tl	ano ang Gemini
tl	sino si Mark Zuckerberg
tr	Abonelik ne kadar?
tr	Bu makaleyi kim yazdı?
tr	Gemini nedir
tr	Köpeğimi getirebilir miyim?
tr	Mark Zuckerberg kimdir
tr	Meta neden Gemini'yi satın aldı
tr	Metin ne hakkında?
tr	Saat kaçta kapanıyor?
tr	dükkan ne zaman açılıyor
tr	kütüphane nerede
tr	nasıl alet ödünç alabilirim
uk	Про що ця стаття?
uk	Хто написав цю статтю?
vi	Ai viết bài này?
vi	Bài viết nói về điều gì?
vi	Gemini là gì
vi	Giá bao nhiêu?
vi	Khi nào cửa hàng mở cửa?
vi	Mark Zuckerberg là ai
vi	Mấy giờ đóng cửa?
vi	Tôi có được mang chó theo không?
vi	thư viện ở đâu
vi	tại sao Meta mua Gemini
`;

/** Names, titles, key words and questions that hold other languages' words, one a line. */
export const readQuestions = String.raw`
Gemini wat?
Café hours
résumé
Hammarskjöld died when
Dag Hammarskjöld
Rio de la Plata
La Casa de Papel
Der Spiegel
Die Zeit
Le Monde
El País
Los Angeles
coup d'état
Ben Hur
KDE
WER
APA
Vive la France
Les Misérables
Das Kapital
Que sera sera
La vie en rose
Cogito ergo sum
Quo vadis
Ode an die Freude
Così fan tutte year
La dolce vita
Don Quixote de la Mancha
São Paulo population
Łódź
Erdoğan
dove soap
Come on in
Was Meta once leading?
ile
kim jong un
Kim Kardashian age
was geht ab meaning
What does "warum" mean?
warum 是什么意思
“où est” 是什么
deposit rope
GDPR fine
Nvidia A100
git commit -m
npm run ask
SELECT * FROM users
console.log
lorem ipsum dolor sit amet
Pirkko Heiskanen
zhang laoban 3C ROI
の是什么意思
「ありがとう」怎么读
スラムダンク 是谁的作品
鮮の每日 好吃吗
JOJOの奇妙冒险 作者是谁
π 是多少
α 测试
Б计划是什么
что 是什么意思
Ω resistor value
naïve
Zürich
Is there an on-call rota
or else
de facto standard
ad hoc
per diem rate
per capita GDP
Porto de Santos
Museu de Arte
mi
ok en
El Niño effect 
Paso de los Toros
Real Madrid vs. FC Barcelona score
Feliz Navidad lyrics
Wie
San Marino
kit fox
first-aid kit
pot metal
MIT license
kit list
entangle mire
`;
