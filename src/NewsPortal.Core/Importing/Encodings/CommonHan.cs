using System.Collections.Frozen;

namespace NewsPortal.Core.Importing.Encodings;

/// <summary>
/// The characters that Chinese news is made of. They are two thirds of a real text and a twentieth of one read in the
/// wrong encoding, whichever encodings they are: what tells a text from its garbled twin.
/// </summary>
internal static class CommonHan
{
    private const string Both =
        "的一是在用有了中不以和可我要能到行分上人大本服如作下件理式方文多出生提成使年程就定也他通者自面新地同家所化性系需法些目布源更工其代" +
        "金器前展部最建事力基全之而解高等公市度加都制接合包重果心民持主原量看得政然很但信因常支管集及且第注相技查存任容回做特由何比流已此期配" +
        "情小表起命被次日言外息平投求只保明各步算天示想融去推序交社正令整改三研知月景品例像司位府己施城把案先把先京安市省北南海西山水火土木石" +
        "十百千二四五六七八九零少老身手口名字白黑色光向感男女子孩父母友受共利元引依打始准放治教科院校至今未若即反直再又或非每入内立早晚明" +
        "收近真美影食住活告希望希快世界史物值告局州村委席副省局央首次";

    private const string SimplifiedOnly =
        "个为发来会时对开们国务数实过现进业动应问后据关机资经学设间产长东车气电见说话语这还没样种点与书从体党军农区华单协变号员场声处头将属带广" +
        "张战无术权条构标检欢济热爱环确离积称类线组结给统继续网联节艺获万观规视计认议记许论证评该调谈负财责质费贵赛达运选连远边门闻队际险难须题" +
        "风飞马么两几总报项领让亿义当儿价写";

    private const string TraditionalOnly =
        "個為發來會時對開們國務數實過現進業動應問後據關機資經學設間產長東車氣電見說話語這還沒樣種點與書從體黨軍農區華單協變號員場聲處頭將屬帶廣" +
        "張戰無術權條構標檢歡濟熱愛環確離積稱類線組結給統繼續網聯節藝獲萬觀規視計認議記許論證評該調談負財責質費貴賽達運選連遠邊門聞隊際險難須題" +
        "風飛馬麼兩幾總報項領讓億義當兒價寫裡並麗灣臺台灣週";

    private static readonly FrozenSet<char> All = (Both + SimplifiedOnly + TraditionalOnly).ToFrozenSet();

    public static bool Contains(char c) => All.Contains(c);
}
