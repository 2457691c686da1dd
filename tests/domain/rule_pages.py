"""The pages that rules come from, copied from the research by hand."""

from __future__ import annotations

APPLY = "https://students-residents.aamc.org/applying-"
ERAS_FAQ = (
    "https://students-residents.aamc.org/eras-tools-and-worksheets-fellowship-applicants/"
    "frequently-asked-questions-eras-fellowship-applicants?topic="
)
AAMC = "https://www.aamc.org/services/"
PORTAL_FAQ = "https://www.aamc.org./services/aamc-letter-writer-portal/faqs"
TERMS = AAMC + "eras-institutions/eras-terms-and-conditions-aamc-letter-writer-portal"
UW = "https://education.uwmedicine.org/career-advising/resources/letters-of-recommendation/"
AMCAS = "https://students-residents.aamc.org:443/book/export/html/16341"
AMCAS_TYPES = (
    "https://students-residents.aamc.org./applying-medical-school-amcas/publication-chapters/"
    "types-letters-evaluation"
)
AMCAS_STATUS = APPLY + "medical-school-amcas/publication-chapters/status-letters"
AMCAS_LETTERS = APPLY + "medical-school/article/amcas-letter-service-advisors-and-other-letter-aut"
AACOMAS = (
    "http://help.unicas.com:8888/aacomasHelpPages/instructions/supporting-information/"
    "evaluations/index.html"
)
TMDSAS = "https://tmdsas.com/explore/letters-evaluation.html"
TMDSAS_2022 = "https://tmdsas.com/SUPPORT/evaluators.html"
LIAISON = "https://help.liaisonedu.com/"
RCAS = (
    LIAISON + "ResidencyCAS_Applicant_Help_Center/Filling_Out_Your_ResidencyCAS_Application/"
    "Materials_Library/ResidencyCAS_Materials_Library"
)
SAEM = (
    "https://www.saem.org/about-saem/academies-interest-groups-affiliates2/rams/rams-resources/"
    "aeros-residencycas-infographics/SignOut"
)
CASPA = "https://wayne.edu/advising/pre-health/programs/pa-studies/application-support/letters"
CASPA_OLD = (
    "https://portal.caspaonline.org/caspaHelpPages/frequently-asked-questions/"
    "additional-information/letters-of-reference/index.html"
)
INTERFOLIO = (
    "https://product-help.interfolio.com/en_US/managing-letters-and-requests/"
    "about-interfolio-letter-quality-check-for-dossier"
)
DOSSIER = (
    "https://support.interfolio.com/m/62586/l/"
    "646844-how-to-use-dossier-deliver-for-a-medical-or-dental-school-application"
)
BROWN = "https://records.med.brown.edu/current-medical-students/applying-away-rotations"

IU = "https://md.mednet.iu.edu/support-services/career-development/letters-of-reccomendation/"
ACP = (
    "https://acponline.org/about-acp/about-internal-medicine/career-paths/"
    "medical-student-career-path/preparing-your-residency-application-materials"
)
AAIM = "https://www.im.org/resources/ume-gme-program-resources/resources-guidelines-im-sel"
UMD = (
    "https://www.medschool.umaryland.edu/osa/residency-application-manual-/"
    "preliminarytransitional-programs/"
)
UW_FM = (
    "https://familymedicine.uw.edu/education/advising/apply/impressing-letters-of-recommendation/"
)
AAFP = (
    "https://www.aafp.org/students-residents/medical-students/become-a-resident/"
    "applying-to-residency/references.html"
)
AAP = (
    "https://www.aap.org/en-us/professional-resources/Path-to-Pediatrics/Pages/"
    "the-application-process.aspx"
)
CORD = (
    "https://www.cordem.org/link/f2936140a7ae4ed98a7c021602fddfe7.aspx"
    "?epsremainingpath=%2Fresources%2Fresidency-management%2Fsloe%2F"
)
ACOG = "https://www.acog.org/education-and-events/creog/transition-to-residency"
AOA = "https://staging.aoassn.org/standardized-electronic-letter-of-recommendation-eslor/"
SNS = "http://www.neurosurgerymatch.org/application-process/letters-of-recommendation/"
SLOR_ENT = "https://pmc.ncbi.nlm.nih.gov/articles/PMC4842134"
UF = (
    "https://dermatology.med.ufl.edu/education/medical-student/"
    "update-to-2023-2024-application-cycle/"
)
AAPMR = (
    "https://www.aapmr.org/career-support/medical-student-resources/residency-programs/"
    "a-step-by-step-guide-to-applyingfor-a-pm-r-residency"
)
APDCRS = "https://www.apdcrs.org//?page_id=2613"
WUSTL = "https://prehealth.wustl.edu/letters-recommendation"
BOWDOIN = (
    "https://www.bowdoin.edu/health-professions/application-process/recommendations/index.html"
)
GW = (
    "https://smhs.gwu.edu/clinical-translational-research/tips/"
    "applying-residency-information-item-7-letters-recommendation-lors"
)
HOLY_CROSS = (
    "https://www.holycross.edu/academics/programs/health-professions-advising/"
    "application-process/requesting-recommendation-letters"
)
SLIDES = "https://docs.google.com/presentation/d/1AOWUwvpF1A6mgsDaJCWNF93CuTTinTyN/htmlpresent"
VSLO = (
    "https://students-residents.aamc.org/attending-medical-school/faq/"
    "frequently-asked-questions-about-vslo"
)
PENN = (
    "https://pennmedicine.org/departments-and-centers/orthopaedic-surgery/"
    "education-and-training/residency/how-to-apply-for-visiting-rotations"
)
