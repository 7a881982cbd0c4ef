/**
 * How cities' own files often call a field of a project, in the network's languages, beside the names that the
 * interface has in each of them (messages). Words are divided by "|".
 */
export const headingWords: Record<string, string> = {
  title:
    "project|project name|project title|name of project|name of the project|name|activity|activity name|action|programme|program|initiative|" +
    "nama projek|nama proyek|nama kegiatan|kegiatan|nama program|tajuk projek|projek|proyek|pangalan ng proyekto|proyekto|pamagat ng proyekto|" +
    "ชื่อโครงการ|โครงการ|ชื่อกิจกรรม|กิจกรรม|tên dự án|dự án|tên hoạt động|tên đề án|ឈ្មោះគម្រោង|គម្រោង|ชื่อแผนงาน|ຊື່ໂຄງການ|ໂຄງການ|" +
    "စီမံကိန်းအမည်|စီမံကိန်း|စီမံချက်အမည်|项目名称|项目|項目名稱|工程名称|திட்டத்தின் பெயர்|திட்டம்|nome do projeto|nome do projecto|projeto|projecto|naran projetu|projetu",
  summary:
    "description|brief description|short description|project description|scope|objective|objectives|details|about|remarks on project|" +
    "deskripsi|keterangan|uraian|tujuan|ringkasan|penerangan|huraian|objektif|deskripsyon|paglalarawan|layunin|" +
    "รายละเอียด|รายละเอียดโครงการ|คำอธิบาย|วัตถุประสงค์|mô tả|mục tiêu|nội dung|សេចក្ដីពិពណ៌នា|គោលបំណង|ລາຍລະອຽດ|ຈຸດປະສົງ|" +
    "ဖော်ပြချက်|ရည်ရွယ်ချက်|描述|简介|说明|目标|內容|விளக்கம்|நோக்கம்|descrição|objetivo|objectivo|deskrisaun|objetivu",
  localTitle: "local name|local title|title in local language|name in local language",
  stage:
    "status|project status|stage of project|phase|state|progress status|implementation status|status projek|status proyek|status kegiatan|tahap|katayuan|estado ng proyekto|" +
    "สถานะ|สถานะโครงการ|ขั้นตอน|trạng thái|tình trạng|giai đoạn|ស្ថានភាព|ដំណាក់កាល|ສະຖານະ|ໄລຍະ|အခြေအနေ|အဆင့်|状态|狀態|阶段|进展|நிலை|estado|situação|fase|estadu",
  schedule: "on schedule|timeliness|on track|ketepatan waktu|jadual|schedule status",
  scheduleReason:
    "reason for delay|reasons for delay|cause of delay|alasan keterlambatan|สาเหตุความล่าช้า|lý do chậm|motivo do atraso",
  progressNote:
    "progress|update|latest update|current progress|achievements|achievement|kemajuan|perkembangan|capaian|progreso|ความคืบหน้า|ความก้าวหน้า|tiến độ|វឌ្ឍនភាព|ຄວາມຄືບໜ້າ|တိုးတက်မှု|进度|முன்னேற்றம்|progresso|progresu",
  startsOn:
    "start|start date|starts|begin|begins|begin date|beginning|commencement|start year|from|mulai|tanggal mulai|tarikh mula|mula|simula|petsa ng simula|" +
    "เริ่ม|วันที่เริ่ม|วันเริ่มต้น|เริ่มต้น|ปีที่เริ่ม|bắt đầu|ngày bắt đầu|năm bắt đầu|khởi công|ចាប់ផ្ដើម|ចាប់ផ្តើម|កាលបរិច្ឆេទចាប់ផ្តើម|ເລີ່ມ|ເລີ່ມຕົ້ນ|ວັນເລີ່ມ|" +
    "စတင်|စတင်ရက်|စတင်သည့်ရက်|开始|开始日期|起始|開始|தொடக்கம்|தொடக்க தேதி|início|data de início|hahú|data hahú",
  endsOn:
    "end|end date|ends|finish|finish date|completion date|expected completion|target date|deadline|until|to|end year|due|due date|selesai|tanggal selesai|tarikh tamat|tamat|" +
    "petsa ng pagtatapos|wakas|สิ้นสุด|วันที่สิ้นสุด|กำหนดแล้วเสร็จ|วันสิ้นสุด|kết thúc|ngày kết thúc|năm kết thúc|hoàn thành|បញ្ចប់|កាលបរិច្ឆេទបញ្ចប់|ສິ້ນສຸດ|ວັນສິ້ນສຸດ|" +
    "ပြီးဆုံး|ပြီးဆုံးရက်|结束|结束日期|完成日期|結束|முடிவு|முடிவு தேதி|fim|data de fim|data de término|conclusão|remata|data remata",
  endedOn:
    "actual end|actual completion|actual end date|completed on|date completed|realisasi selesai",
  responsibleOffice:
    "responsible|responsible office|responsible agency|implementing agency|agency|department|owner|lead agency|office|division|penanggung jawab|dinas|instansi|opd|agensi pelaksana|jabatan|" +
    "ahensya|tanggapan|หน่วยงาน|หน่วยงานรับผิดชอบ|ผู้รับผิดชอบ|หน่วยงานที่รับผิดชอบ|cơ quan chủ trì|đơn vị thực hiện|chủ đầu tư|ស្ថាប័នទទួលខុសត្រូវ|អង្គភាពទទួលខុសត្រូវ|" +
    "ໜ່ວຍງານຮັບຜິດຊອບ|ພາກສ່ວນຮັບຜິດຊອບ|တာဝန်ရှိဌာန|ဌာန|负责单位|责任单位|主管部门|பொறுப்பு அலுவலகம்|துறை|entidade responsável|departamento|instituisaun responsavel",
  responsibleAddress: "email|e-mail|contact email|contact|surel|emel|อีเมล|thư điện tử|电子邮件",
  dataNote:
    "note|remarks|remark|comment|comments|notes|catatan|ulasan|หมายเหตุ|ghi chú|កំណត់សម្គាល់|ໝາຍເຫດ|မှတ်ချက်|备注|備註|குறிப்பு|observações|nota",
  "focusAreas.focusArea":
    "focus area|focus areas|area|sector|theme|thematic area|category|development focus|bidang|sektor|bidang fokus|sektor|larangan|สาขา|ด้าน|ประเภท|lĩnh vực|ngành|វិស័យ|ຂະແໜງການ|ຂົງເຂດ|ကဏ္ဍ|领域|領域|行业|துறை பகுதி|área|setor|sector|setór",
  "contributions.outcome":
    "outcome|outcomes|strategic outcome|hasil|ผลลัพธ์|kết quả|លទ្ធផល|ຜົນໄດ້ຮັບ|ရလဒ်|成果|விளைவு|resultado|resultadu",
  "budget.amount":
    "budget|amount|cost|total cost|project cost|estimated cost|estimated budget|total budget|value|investment|investment cost|funding amount|anggaran|biaya|nilai|pagu|jumlah anggaran|bajet|kos|peruntukan|" +
    "badyet|halaga|gastos|งบประมาณ|จำนวนเงิน|วงเงิน|มูลค่า|มูลค่าโครงการ|ngân sách|kinh phí|tổng mức đầu tư|vốn đầu tư|ថវិកា|ទឹកប្រាក់|ងប្រមាណ|ງົບປະມານ|ມູນຄ່າ|" +
    "ဘတ်ဂျက်|ကုန်ကျစရိတ်|ရန်ပုံငွေ|预算|金额|投资额|投资|預算|பட்ஜெட்|செலவு|தொகை|orçamento|custo|valor|montante|orsamentu|kustu",
  "budget.currency":
    "currency|mata uang|mata wang|pera|สกุลเงิน|đơn vị tiền tệ|loại tiền|រូបិយប័ណ្ណ|ສະກຸນເງິນ|ငွေကြေး|货币|币种|貨幣|நாணயம்|moeda",
  "budget.year":
    "fiscal year|budget year|financial year|tahun anggaran|ปีงบประมาณ|năm ngân sách|ឆ្នាំថវិកា|ປີງົບປະມານ|ဘဏ္ဍာနှစ်|财政年度|நிதியாண்டு|ano fiscal",
  "budget.funder":
    "funder|funding source|source of funding|source of funds|financing|sumber dana|sumber pembiayaan|sumber dana projek|sumber ng pondo|แหล่งเงิน|แหล่งงบประมาณ|แหล่งทุน|nguồn vốn|ប្រភពថវិកា|ແຫຼ່ງທຶນ|ရန်ပုံငွေအရင်းအမြစ်|资金来源|நிதி ஆதாரம்|fonte de financiamento",
  "partners.name":
    "partner|partners|collaborators|stakeholders|development partner|mitra|rakan|rakan kongsi|kasosyo|katuwang|หุ้นส่วน|ภาคี|ภาคีเครือข่าย|หน่วยงานร่วม|đối tác|ដៃគូ|ຄູ່ຮ່ວມງານ|ຄູ່ຮ່ວມ|မိတ်ဖက်|合作伙伴|合作单位|பங்குதாரர்|parceiro|parceiros|parseiru",
  "milestones.title":
    "milestone|milestones|step|next step|tonggak|capaian utama|หมุดหมาย|ขั้นตอนสำคัญ|mốc|cột mốc|里程碑|marco|marcos",
  "milestones.dueOn": "milestone date|milestone due|due of milestone",
  "indicators.name":
    "indicator|kpi|key performance indicator|indikator|petunjuk|ตัวชี้วัด|chỉ số|chỉ tiêu|សូចនាករ|ຕົວຊີ້ວັດ|အညွှန်းကိန်း|指标|குறியீடு|indicador|indikadór",
  "indicators.unit": "unit|satuan|หน่วย|đơn vị|ឯកតា|ຫົວໜ່ວຍ|ယူနစ်|单位|அலகு|unidade",
  "indicators.baseline": "baseline|nilai awal|ค่าฐาน|giá trị cơ sở|基线|linha de base",
  "indicators.target":
    "target value|target|sasaran|nilai sasaran|ค่าเป้าหมาย|เป้าหมาย|chỉ tiêu đạt|គោលដៅ|ເປົ້າໝາຍ|目标值|meta",
  "challenges.text":
    "challenge|challenges|issue|issues|problem|problems|kendala|tantangan|masalah|cabaran|hamon|ปัญหา|ปัญหาอุปสรรค|อุปสรรค|khó khăn|thách thức|បញ្ហា|បញ្ហាប្រឈម|ບັນຫາ|ສິ່ງທ້າທາຍ|စိန်ခေါ်မှု|挑战|问题|困难|சவால்|desafio|desafios|problema",
  "locations.label":
    "location|site|place|lokasi|lugar|สถานที่|พื้นที่|ที่ตั้ง|địa điểm|vị trí|ទីតាំង|ສະຖານທີ່|တည်နေရာ|地点|地點|இடம்|local|localização|fatin",
  "locations.latitude": "latitude|lat|lintang|ละติจูด|vĩ độ|纬度",
  "locations.longitude": "longitude|lon|lng|long|bujur|ลองจิจูด|kinh độ|经度",
  "funding.text": "funding|financing details|pendanaan|การเงิน|tài chính",
};

/**
 * How cities' own files often say an option of a closed list, in the network's languages. Such a word is asked about
 * with this option selected; nobody's word is replaced unseen.
 */
export const optionWords: Record<string, Record<string, string>> = {
  stage: {
    planning:
      "plan|planned|not started|not yet started|pipeline|proposed|proposal|preparation|upcoming|concept|design|in planning|feasibility study|" +
      "rencana|perencanaan|belum mulai|persiapan|perancangan|belum bermula|nakaplano|pinaplano|hindi pa nagsisimula|" +
      "วางแผน|อยู่ระหว่างวางแผน|ยังไม่เริ่ม|ยังไม่ได้ดำเนินการ|เตรียมการ|chuẩn bị|lập kế hoạch|chưa bắt đầu|dự kiến|ផែនការ|កំពុងរៀបចំផែនការ|មិនទាន់ចាប់ផ្តើម|" +
      "ວາງແຜນ|ກຳລັງວາງແຜນ|ຍັງບໍ່ທັນເລີ່ມ|စီစဉ်ဆဲ|မစတင်ရသေး|计划中|规划中|筹备|未开始|திட்டமிடல்|தொடங்கவில்லை|planeado|planejado|em planeamento|não iniciado|planeadu|seidauk hahú",
    ongoing:
      "on-going|on going|in progress|in-progress|under way|underway|implementing|implementation|active|started|running|under implementation|under construction|wip|" +
      "berjalan|sedang berjalan|dalam pelaksanaan|proses|pelaksanaan|sedang dilaksanakan|dalam proses|isinasagawa|kasalukuyan|patuloy|" +
      "กำลังดำเนินการ|อยู่ระหว่างดำเนินการ|ดำเนินการ|ระหว่างดำเนินการ|đang thực hiện|đang triển khai|đang tiến hành|កំពុងអនុវត្ត|កំពុងដំណើរការ|" +
      "ກຳລັງດຳເນີນ|ກຳລັງຈັດຕັ້ງປະຕິບັດ|ဆောင်ရွက်ဆဲ|လုပ်ဆောင်ဆဲ|进行中|实施中|在建|進行中|நடைபெறுகிறது|செயல்பாட்டில்|em curso|em andamento|em execução|la'o hela|hala'o hela",
    completed:
      "complete|done|finished|closed|delivered|achieved|operational|selesai|sudah selesai|tuntas|siap|telah selesai|tapos|tapos na|natapos|nakumpleto|" +
      "แล้วเสร็จ|เสร็จสิ้น|เสร็จแล้ว|ดำเนินการแล้วเสร็จ|hoàn thành|đã hoàn thành|xong|បានបញ្ចប់|រួចរាល់|ສຳເລັດ|ສຳເລັດແລ້ວ|ပြီးစီး|ပြီးဆုံး|已完成|完成|已竣工|முடிந்தது|நிறைவடைந்தது|concluído|concluido|terminado|kompletu|remata ona",
    not_stated: "unknown|n/a|na|-|–|not known|no information|tidak diketahui|ไม่ทราบ|không rõ|不详",
  },
  schedule: {
    on_time:
      "on track|on schedule|as planned|as scheduled|timely|green|sesuai jadwal|tepat waktu|mengikut jadual|nasa oras|ตามแผน|ตรงเวลา|đúng tiến độ|đúng hạn|ទាន់ពេល|ຕາມແຜນ|အချိန်မီ|按时|按计划|நேரத்திற்கு|no prazo|dentro do prazo",
    late: "delayed|delay|behind schedule|behind|overdue|red|terlambat|tertunda|lewat|naantala|atrasado|ล่าช้า|chậm tiến độ|chậm|យឺតយ៉ាវ|ຊັກຊ້າ|နောက်ကျ|延迟|延期|滞后|தாமதம்|atrasada|tarde",
    paused:
      "on hold|suspended|stopped|halted|postponed|ditunda|ditangguhkan|nakabinbin|หยุดชั่วคราว|ระงับ|ชะลอ|tạm dừng|tạm hoãn|ផ្អាក|ຢຸດຊົ່ວຄາວ|ရပ်ဆိုင်း|暂停|搁置|நிறுத்தப்பட்டது|suspenso|parado|em pausa",
  },
  currency: {
    THB: "฿|baht|บาท|thai baht",
    IDR: "rp|rp.|rupiah",
    MYR: "rm|ringgit",
    PHP: "₱|peso|pesos|php.",
    VND: "₫|đ|vnđ|đồng|dong",
    KHR: "៛|riel|រៀល",
    LAK: "₭|kip|ກີບ",
    MMK: "kyat|kyats|ks|ကျပ်",
    SGD: "s$|sing dollar|singapore dollars",
    BND: "b$|brunei dollars",
    USD: "us$|usd$|us dollars|dollar us|us dollar",
    EUR: "€|euro|euros",
    CNY: "rmb|yuan|元|人民币",
    JPY: "yen|円|日元",
  },
  budgetKind: {
    planned: "plan|budget|estimate|estimated|anggaran|แผน|dự toán|计划|previsto",
    committed:
      "approved|allocated|commitment|contracted|disetujui|อนุมัติ|đã phê duyệt|已批准|aprovado",
    spent:
      "actual|expenditure|disbursed|paid|realisasi|belanja|เบิกจ่าย|đã chi|giải ngân|已支出|实际|executado|gasto",
  },
  yesNo: {
    true: "y|x|✓|✔|1|ya|oo|ใช่|มี|có|បាទ|ແມ່ນ|ဟုတ်|是|ஆம்|sim|sin",
    false: "n|0|tidak|bukan|hindi|ไม่|ไม่มี|không|ទេ|ບໍ່|မဟုတ်|否|இல்லை|não|lae",
  },
};
