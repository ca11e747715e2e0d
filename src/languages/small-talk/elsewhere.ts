import type { SmallTalk } from "./phrases.ts";

/** What people of other languages say, also within an English conversation. */
export const smallTalkElsewhere: SmallTalk = {
  talk: [
    "(merci|merci beaucoup|gracias|muchas gracias|danke|danke schön|dankeschön|vielen dank|dank je|dankjewel|bedankt|grazie|grazie mille|obrigado|obrigada|muito obrigado|muito obrigada|valeu|tack|tack så mycket|takk|tak|kiitos|dziękuję|dzięki|dziekuje|dzieki|děkuji|díky|köszönöm|köszi|mulțumesc|multumesc|mersi|teşekkürler|teşekkür ederim|tesekkurler|sağol|terima kasih|makasih|cảm ơn|cám ơn|cảm ơn bạn|salamat|salamat po|arigato|arigatou|arigato gozaimasu|xiexie|xie xie|hvala|спасибо|большое спасибо|спасибо большое|благодарю|спс|дякую|благодаря|ευχαριστώ|شكرا|شكراً|شكرا جزيلا|תודה|תודה רבה|धन्यवाद|शुक्रिया|ขอบคุณ|ขอบคุณครับ|ขอบคุณค่ะ|감사합니다|고마워|고마워요|고맙습니다|ㄱㅅ|ㅇㅋ|네|ありがとう|ありがとうございます|ありがとうございました|どうも|了解です|なるほど|はい)",
    "(de nada|por nada|de rien|bitte|bitte schön|gern geschehen|prego|au revoir|adios|adiós|hasta luego|hasta la vista|tschüss|tschüß|auf wiedersehen|ciao ciao|arrivederci|tchau|sayonara|gute nacht|buenas noches|bonne nuit|boa noite|buona notte|super|génial|genial|parfait|perfecto|perfekt|perfetto|d accord|vale|oui|si|sí|ja|nein|sim|não|да|нет|хорошо|понятно|ясно|ок|пока|до свидания|супер|класс|jajaja|jajajaja|jaja|kkkk|kkkkk|rsrs|rs|mdr|ptdr|хаха|ахаха|ахах|さようなら|おやすみ|おやすみなさい|すごい|안녕히 가세요|대박)",
  ],
  greeting: [
    "(hola|buenos días|buenos dias|buenas|buenas tardes|bonjour|bonsoir|salut|coucou|guten tag|guten morgen|guten abend|moin|servus|grüß gott|ciao|buongiorno|buonasera|salve|olá|ola|oi|bom dia|boa tarde|hej|hei|moi|cześć|czesc|dzień dobry|ahoj|szia|bună|buna|merhaba|selam|halo|selamat pagi|selamat siang|xin chào|xin chao|chào|chào bạn|kamusta|kumusta|konnichiwa|ohayo|annyeong|annyeonghaseyo|nihao|ni hao|namaste|shalom|salam|привет|здравствуйте|добрый день|добрый вечер|доброе утро|привіт|γεια|γεια σου|مرحبا|السلام عليكم|שלום|नमस्ते|สวัสดี|สวัสดีครับ|สวัสดีค่ะ|안녕|안녕하세요|こんにちは|こんばんは|おはよう|おはようございます|もしもし)",
  ],
  beside: [],
};
